package nl.knelpunt.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.sqlite.SQLiteConfig;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into this bundle's own folder of the framework's cache. The driver by itself unpacks and
 * compares it at each start, in the system's folder for temporary files: a tenth of a second.
 */
final class NativeLibrary {

    private static final System.Logger LOGGER = System.getLogger(NativeLibrary.class.getName());
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /** To be called before the driver is first used. When anything is in the way, the driver goes its own way. */
    static void prepare(BundleContext context) {
        Bundle driver = FrameworkUtil.getBundle(SQLiteConfig.class);
        if (driver == null || System.getProperty(PATH) != null) {
            return;
        }
        String folder = "sqlite-" + driver.getVersion() + "-" + System.getProperty("os.arch");
        File place = context.getDataFile(folder);
        if (place == null) {
            return;
        }
        Path library = place.toPath().resolve(System.mapLibraryName("sqlitejdbc"));
        try {
            if (!Files.exists(library)) {
                unpack(library);
            }
            System.setProperty(PATH, place.getPath());
            System.setProperty(NAME, library.getFileName().toString());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "SQLite's native library could not be unpacked: the next start is slower", e);
        }
    }

    private static void unpack(Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = SQLiteConfig.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The driver has none for this machine");
            }
            Files.createDirectories(library.getParent());
            Path unfinished = Files.createTempFile(library.getParent(), "", ".unfinished", Folders.OWNER_ONLY_FILE);
            try {
                Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Folders.sync(unfinished);
                Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
