package nl.knelpunt.launcher;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * The server's own class loader. In it the framework is a module of Java that gives none of its packages away: a plugin holds a
 * class loader of the framework in its hands, and without this wall everything else would be within reach by reflection. To whom
 * its packages are given, the framework's part of the launcher says, which is in the same module.
 */
final class ServerLoader extends URLClassLoader {

    static final String FRAMEWORK = "nl.knelpunt.framework";

    private static final String LAUNCHER = "nl.knelpunt.launcher.framework";

    /** What the framework asks for; there is none. */
    private static final List<String> USES = List.of(
            "org.apache.felix.framework.ext.ClassPathExtenderFactory",
            "org.osgi.framework.connect.FrameworkUtilHelper");

    private static final String FELIX = "org/apache/felix/framework/Felix.class";

    private ServerLoader(URL[] classPath) {
        super("server", classPath, ClassLoader.getPlatformClassLoader());
    }

    /** @param jars of the server, the framework's among them */
    static ServerLoader of(List<Path> jars) throws IOException {
        var loader = new ServerLoader(urls(jars));
        var framework = new TreeSet<String>(Set.of(LAUNCHER));
        for (var jar : jars) {
            framework.addAll(packages(jar));
        }
        loader.define(framework);
        return loader;
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        var urls = new URL[jars.size()];
        for (var i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }

    /** Those of the framework; of another jar none. */
    private static Set<String> packages(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry(FELIX) == null
                    ? Set.of()
                    : file.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(".class") && name.contains("/"))
                            .map(name ->
                                    name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                            .collect(Collectors.toSet());
        }
    }

    private void define(Set<String> packages) {
        var builder =
                ModuleDescriptor.newModule(FRAMEWORK).requires("java.base").packages(packages);
        USES.forEach(builder::uses);
        var descriptor = builder.build();
        var boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(new Only(descriptor), ModuleFinder.of(), Set.of(FRAMEWORK));
        var controller = ModuleLayer.defineModules(configuration, List.of(boot), name -> this);
        var module = controller.layer().findModule(FRAMEWORK).orElseThrow();
        boot.modules().forEach(java -> controller.addReads(module, java));
        // The libraries beside it, such as that of the log.
        controller.addReads(module, getUnnamedModule());
        controller.addExports(module, LAUNCHER, ServerLoader.class.getModule());
    }

    /** What is asked of a module of this loader lies on its class path. */
    @Override
    protected URL findResource(String module, String name) {
        return findResource(name);
    }

    @Override
    protected Class<?> findClass(String module, String name) {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private record Only(ModuleDescriptor descriptor) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return name.equals(FRAMEWORK) ? Optional.of(reference()) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(reference());
        }

        private ModuleReference reference() {
            return new ModuleReference(descriptor, null) {

                @Override
                public ModuleReader open() {
                    throw new UnsupportedOperationException("Its classes are read by the loader");
                }
            };
        }
    }
}
