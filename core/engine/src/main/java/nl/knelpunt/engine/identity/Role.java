package nl.knelpunt.engine.identity;

/** What a person does in the RIEC. Bureau roles act for the bureau and never vote. */
public enum Role {
    /** A participant's worker: signals, recognitions, data, interventions. */
    WORKER(false, true),
    /** Represents a participant in the steering group. */
    STEERING_MEMBER(false, true),
    /** A participant's system: may only deliver messages. */
    CONNECTION(false, false),
    CASE_DIRECTOR(true, true),
    ANALYST(true, true),
    PRIVACY_OFFICER(true, false),
    COORDINATING_FG(true, false),
    RAC_MEMBER(true, false),
    CONTACT_POINT(true, false),
    ADMIN(true, false),
    SUPPORT(true, false);

    private final boolean bureau;
    private final boolean content;

    Role(boolean bureau, boolean content) {
        this.bureau = bureau;
        this.content = content;
    }

    public boolean isBureau() {
        return bureau;
    }

    /** Whether the role is charged with the processing itself (Wgs 1.8(2)(a)); others see no content (G42). */
    public boolean seesContent() {
        return content;
    }
}
