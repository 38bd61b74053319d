package nl.knelpunt.engine.identity;

import java.util.UUID;

/** Who asks, by reference only: the gate loads what is known of them. */
public sealed interface Caller {

    /** Somebody signed in. */
    record Person(UUID account) implements Caller {}

    /** Somebody signed in who acts for a participant, under a mandate of it. */
    record Mandated(UUID account, String participant) implements Caller {}

    /** A participant's drop folder: acts as its connection. */
    record Connection(String participant) implements Caller {}

    /** The command line on a stopped installation: whoever may read the data folder. Acts as admin. */
    record Maintenance() implements Caller {}

    /** Somebody who has not proved who they are: may do nothing but fail to sign in. */
    record Unknown() implements Caller {}

    /** Somebody else, about whom {@code asker} wants to know something: may do nothing, as far as the asker is told. */
    record SomebodyElse(Caller asker) implements Caller {}

    /** The platform itself; may only let terms end and destroy. */
    record Platform() implements Caller {}
}
