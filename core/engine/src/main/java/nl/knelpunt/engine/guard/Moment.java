package nl.knelpunt.engine.guard;

/** The points of the processing at which the law looks at an act. */
public enum Moment {
    INGEST,
    RECOGNITION,
    ASSESSMENT,
    DESIGNATION,
    PROLONGATION,
    CLOSURE,
    SHARE,
    ANALYSE,
    PLAN,
    INTERVENE,
    EVALUATE,
    /** A result leaves: to participants, third parties, other RIECs and verbanden. */
    PROVIDE_RESULT,
    ACCESS,
    RETAIN,
    RIGHTS,
    LOG,
    /** What the platform may process is changed. */
    CONFIGURE,
    ADMINISTER
}
