package nl.knelpunt.engine.signal;

import nl.knelpunt.api.Text;

/** The criteria that a signal must meet (Bgs 2.16(1)): which one it did not, says why it was not taken up. */
public enum Criterion {
    A(
            "geen duidelijke en objectieve aanwijzingen uit concrete waarnemingen",
            "no clear and objective indications from concrete observations"),
    B(
            "geen verschijningsvorm van georganiseerde criminaliteit uit artikel 2.16 Bgs",
            "no manifestation of organised crime of article 2.16 Bgs"),
    C("gezamenlijke verwerking is niet noodzakelijk", "joint processing is not necessary"),
    D("een aanpak door meer deelnemers is niet nodig", "no approach by several participants is needed"),
    E("het raakt het werkgebied van dit RIEC niet", "it does not concern the area of this RIEC");

    private final Text label;

    Criterion(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
