package nl.knelpunt.engine.identity;

import java.util.Arrays;
import java.util.Set;

/** What a person does in the RIEC. Bureau roles act for the bureau and never vote. */
public enum Role {
    /** A participant's worker: signals, recognitions, data, interventions. */
    WORKER(false, true),
    /** Represents a participant in the steering group. */
    STEERING_MEMBER(false, true),
    /** A participant's system: may only deliver messages, and hear what becomes of its participant's own. */
    CONNECTION(false, false),
    CASE_DIRECTOR(true, true),
    ANALYST(true, true),
    PRIVACY_OFFICER(true, false),
    COORDINATING_FG(true, false),
    RAC_MEMBER(true, false),
    CONTACT_POINT(true, false),
    ADMIN(true, false),
    SUPPORT(true, false);

    private static final Role[] OF_PARTICIPANTS =
            Arrays.stream(values()).filter(r -> !r.isBureau()).toArray(Role[]::new);
    private static final Role[] CONTENT =
            Arrays.stream(values()).filter(Role::seesContent).toArray(Role[]::new);

    private final boolean bureau;
    private final boolean content;

    Role(boolean bureau, boolean content) {
        this.bureau = bureau;
        this.content = content;
    }

    // Both are asked of every datum that is read, so without an iterator; of the bureau's roles there are more than of
    // others.

    /** Whether any of these acts for the bureau. */
    public static boolean anyBureau(Set<Role> roles) {
        int others = 0;
        for (int i = 0; i < OF_PARTICIPANTS.length && others < roles.size(); i++) {
            if (roles.contains(OF_PARTICIPANTS[i])) {
                others++;
            }
        }
        return others < roles.size();
    }

    /** Whether any of these is charged with the processing itself. */
    public static boolean anySeesContent(Set<Role> roles) {
        for (int i = 0; i < CONTENT.length; i++) {
            if (roles.contains(CONTENT[i])) {
                return true;
            }
        }
        return false;
    }

    public boolean isBureau() {
        return bureau;
    }

    /** Whether the role is charged with the processing itself (Wgs 1.8(2)(a)); others see no content (G42). */
    public boolean seesContent() {
        return content;
    }
}
