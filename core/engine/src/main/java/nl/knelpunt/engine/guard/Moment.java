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
    PLAN,
    INTERVENE,
    EVALUATE,
    ACCESS,
    RETAIN,
    ADMINISTER
}
