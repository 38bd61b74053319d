package nl.knelpunt.launcher;

import java.nio.file.Path;

/** The unpacked distribution. */
record Home(Path directory) {

    /** Where {@code bin/knelpunt} found itself. */
    static Home current() {
        return new Home(Asked.absolute(System.getProperty("knelpunt.home", ".")));
    }

    Path lib() {
        return directory.resolve("lib");
    }

    Path bundles() {
        return directory.resolve("bundles");
    }

    Path plugins() {
        return directory.resolve("plugins");
    }

    Path conf() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }
}
