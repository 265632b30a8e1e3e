/** The style sheets every page needs, in their order. */
import 'virtual:fonts.css'
import 'virtual:tokens.css'
import '@mantine/core/styles.layer.css'
import './app.css'
import './mantine.css'
