package nl.knelpunt.engine.guard;

import nl.knelpunt.api.Text;

/** The points of the processing at which the law looks at an act. */
public enum Moment {
    INGEST("aanleveren", "ingest"),
    RECOGNITION("herkennen", "recognition"),
    ASSESSMENT("wegen", "assessment"),
    DESIGNATION("aanwijzen", "designation"),
    PROLONGATION("verlengen", "prolongation"),
    CLOSURE("afsluiten", "closure"),
    SHARE("delen", "sharing"),
    ANALYSE("analyseren", "analysis"),
    PLAN("plannen", "planning"),
    INTERVENE("interveniëren", "intervention"),
    EVALUATE("evalueren", "evaluation"),
    /** A result leaves: to participants, third parties, other RIECs and verbanden. */
    PROVIDE_RESULT("verstrekken", "provision of results"),
    ACCESS("inzien", "access"),
    /** The steering group meets, and who may decide in it. */
    STEER("sturen", "steering"),
    RETAIN("bewaren en vernietigen", "retention"),
    RIGHTS("rechten van betrokkenen", "rights of data subjects"),
    LOG("de logging lezen", "reading the log"),
    /** What the platform may process is changed. */
    CONFIGURE("inrichten", "configuration"),
    ADMINISTER("beheer", "administration");

    private final Text label;

    Moment(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
