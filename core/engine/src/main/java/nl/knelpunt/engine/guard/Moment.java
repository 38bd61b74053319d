package nl.knelpunt.engine.guard;

/** At which point of the processing a rule speaks. */
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
