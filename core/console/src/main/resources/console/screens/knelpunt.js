import { html } from 'lit';
import { Screen } from '../app/element.js';
class Knelpunt extends Screen { title() { return 'x'; } content() { return html``; } }
customElements.define('kp-knelpunt', Knelpunt);
export default Knelpunt;
