package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a plugin's classes and components may be is in the table; everything else is refused with its name. */
class JarCheckTest {

    @TempDir
    Path folder;

    private final JarCheck check = new JarCheck();

    // What an adapter needs

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Stream.of(3, 1, 2).sorted().map(String::valueOf).collect(Collectors.joining(\", \"));",
                "record Pair(String a, int b) {} return new Pair(\"x\", 1).equals(new Pair(\"x\", 2)) + \"\";",
                "enum Kind { A, B } switch (Kind.valueOf(\"A\")) { case A: return \"a\"; default: return \"b\"; }",
                "int[] one = {1, 2}; int[] two = one.clone(); System.arraycopy(one, 0, two, 0, 1); return two.length + \"\";",
                "try (InputStream in = Adapter.class.getResourceAsStream(\"codes\")) { return new String(in.readAllBytes()); }",
                "assert args.length > 0; return LocalDate.parse(\"2026-05-04\").plusDays(1).toString();",
                "return Pattern.compile(\"a+\").matcher(\"aaa\").replaceAll(\"b\") + \"%s\".formatted(new BigDecimal(\"1\"));",
                "Runnable r = () -> new TreeMap<String, List<Integer>>().computeIfAbsent(\"a\", k -> new ArrayList<>());"
                        + " r.run(); return \"\";",
                "try { throw new IllegalStateException(); } catch (RuntimeException e) { return e.getMessage(); }",
                "Iterator<String> i = new Iterator<>() { public boolean hasNext() { return false; } public String next() {"
                        + " throw new NoSuchElementException(); } }; return i.next();",
                "BufferedReader r = new BufferedReader(new InputStreamReader(System.class.getResourceAsStream(\"x\"),"
                        + " StandardCharsets.UTF_8)); return r.readLine();",
            })
    void isPermitted(String body) throws Exception {
        check.check(jar(compiled(body)));
    }

    // What it never needs

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            System.exit(0);                                                  | java.lang.System.exit
            Runtime.getRuntime().halt(0);                                    | java.lang.Runtime
            new ProcessBuilder("sh").start();                                | java.lang.ProcessBuilder
            System.getProperty("user.home");                                 | java.lang.System.getProperty
            System.setProperty("a", "b");                                    | java.lang.System.setProperty
            System.getenv();                                                 | java.lang.System.getenv
            System.setOut(null);                                             | java.lang.System.setOut
            System.out.println();                                            | java.lang.System.out
            System.load("/tmp/a.so");                                        | java.lang.System.load
            Integer.getInteger("a");                                         | java.lang.Integer.getInteger
            Long.getLong("a");                                               | java.lang.Long.getLong
            Boolean.getBoolean("a");                                         | java.lang.Boolean.getBoolean
            new java.io.File("data/knelpunt.db").length();                   | java.io.File
            new java.io.FileInputStream("data/keys").read();                 | java.io.FileInputStream
            new java.io.PrintWriter("a");                                    | java.io.PrintWriter
            new java.util.Formatter("a");                                    | java.util.Formatter
            new java.util.Scanner(java.nio.file.Path.of("a"));               | java.nio.file.Path
            java.nio.file.Files.readString(null);                            | java.nio.file.Files
            new java.util.zip.ZipFile("a");                                  | java.util.zip.ZipFile
            new java.util.zip.Inflater();                                    | java.util.zip.Inflater
            java.nio.ByteBuffer.allocateDirect(1 << 30);                     | java.nio.ByteBuffer.allocateDirect
            new java.net.Socket("localhost", 80);                            | java.net.Socket
            new java.net.URL("file:///etc/passwd").openStream();             | java.net.URL
            java.net.URI.create("a").toURL();                                | java.net.URL
            java.net.URL.setURLStreamHandlerFactory(null);                   | java.net.URL
            java.net.InetAddress.getByName("example.org");                   | java.net.InetAddress
            Class.forName("java.lang.Runtime");                              | java.lang.Class.forName
            Adapter.class.getClassLoader();                                  | java.lang.ClassLoader
            Adapter.class.getModule();                                       | java.lang.Module
            Adapter.class.getProtectionDomain();                             | java.security.ProtectionDomain
            Adapter.class.getDeclaredFields();                               | java.lang.reflect.Field
            Adapter.class.getDeclaredConstructor().newInstance();            | java.lang.reflect.Constructor
            Adapter.class.getResource("a");                                  | java.net.URL
            java.lang.invoke.MethodHandles.lookup();                         | java.lang.invoke.MethodHandles.lookup
            java.lang.reflect.Array.newInstance(String.class, 1);            | java.lang.reflect.Array
            StackWalker.getInstance();                                       | java.lang.StackWalker
            new Throwable().getStackTrace();                                 | java.lang.StackTraceElement
            new IllegalStateException("Kademan").printStackTrace();          | java.lang.IllegalStateException.printStackTrace
            new Thread(() -> {}).start();                                    | java.lang.Thread
            Thread.currentThread();                                          | java.lang.Thread
            new java.util.Timer();                                           | java.util.Timer
            java.util.concurrent.ForkJoinPool.commonPool();                  | java.util.concurrent.ForkJoinPool
            java.util.concurrent.CompletableFuture.runAsync(() -> {});       | java.util.concurrent.CompletableFuture
            List.of(1).parallelStream();                                     | java.util.List.parallelStream
            Stream.of(1).parallel();                                         | java.util.stream.Stream.parallel
            java.util.stream.StreamSupport.stream(List.of(1).spliterator(), true); | java.util.stream.StreamSupport.stream
            Arrays.parallelSort(new int[1]);                                 | java.util.Arrays.parallelSort
            Locale.setDefault(Locale.ROOT);                                  | java.util.Locale.setDefault
            java.util.TimeZone.setDefault(null);                             | java.util.TimeZone.setDefault
            new java.util.SimpleTimeZone(0, "a").setDefault(null);           | java.util.SimpleTimeZone.setDefault
            new Object().wait();                                             | java.lang.Object.wait
            new ThreadLocal<String>().get();                                 | java.lang.ThreadLocal
            java.util.ServiceLoader.load(Runnable.class);                    | java.util.ServiceLoader
            java.util.ResourceBundle.getBundle("a");                         | java.util.ResourceBundle
            java.util.logging.LogManager.getLogManager().reset();            | java.util.logging.LogManager
            System.getLogger("a");                                           | java.lang.System$Logger
            new java.io.ObjectInputStream(null).readObject();                | java.io.ObjectInputStream
            java.security.Security.setProperty("a", "b");                    | java.security.Security
            java.lang.management.ManagementFactory.getPlatformMBeanServer(); | java.lang.management.ManagementFactory
            javax.xml.stream.XMLInputFactory.newFactory();                   | javax.xml.stream.XMLInputFactory
            java.sql.DriverManager.getConnection("jdbc:sqlite:a");           | java.sql.DriverManager
            sun.misc.Unsafe.class.getName();                                 | sun.misc.Unsafe
            org.osgi.framework.FrameworkUtil.getBundle(Adapter.class);       | org.osgi.framework.FrameworkUtil
            nl.knelpunt.engine.plugin.Router r = null; r.active();           | nl.knelpunt.engine.plugin.Router
            new Properties().loadFromXML(null);                              | java.util.Properties.loadFromXML
            new Properties() { void a() throws Exception { loadFromXML(null); } }; | java.util.Properties.loadFromXML
            new Exception() { void a() { printStackTrace(); } };             | java.lang.Exception.printStackTrace
            new ArrayList<String>() { void a() { parallelStream(); } };      | java.util.ArrayList.parallelStream
            new ClassLoader() {};                                            | java.lang.ClassLoader
            Object o = (Runnable & java.io.Serializable) () -> {};           | java.lang.invoke.SerializedLambda
            Supplier<Object> s = Thread::currentThread;                      | java.lang.Thread
            Object o = new Thread[0];                                        | java.lang.Thread
            Object o = Runtime.class;                                        | java.lang.Runtime
            """)
    void isRefusedByName(String statement, String named) throws Exception {
        String refusal = refusal(jar(compiled(statement + " return null;")));
        assertTrue(refusal.contains("uses " + named + ", which a plugin can't"), refusal);
        assertTrue(refusal.contains("test/Adapter"), refusal);
    }

    @Test
    void aFinalizerIsRefused() throws Exception {
        String refusal =
                refusal(jar(compiled("return null;", "@Deprecated protected void finalize() { new String(); }")));
        assertEquals("test/Adapter.class: has a finalizer, which a plugin can't", refusal);
    }

    @Test
    void aNativeMethodIsRefused() throws Exception {
        String refusal = refusal(jar(compiled("return null;", "native void out();")));
        assertEquals("test/Adapter.class: has the native method out, which a plugin can't", refusal);
    }

    @Test
    void ofVeryManyBreachesTheFirstAreTold() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            files.put("test/C" + i + ".class", classOf("test/C" + i, "java/lang/Thread"));
        }
        String refusal = refusal(jar(files));
        assertTrue(refusal.endsWith("; and 10 more"), refusal);
    }

    // What no compiler makes

    @Test
    void anInheritedMethodOfAnOwnClassIsFollowedToWhereItComesFrom() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("test/Parent.class", classOf("test/Parent", "java/util/Properties"));
        files.put(
                "test/Child.class",
                calling("test/Child", "test/Parent", "test/Child", "loadFromXML", "(Ljava/io/InputStream;)V"));
        assertEquals(
                "test/Child.class: uses java.util.Properties.loadFromXML, which a plugin can't", refusal(jar(files)));
    }

    @Test
    void anOwnMethodOfThatNameIsItsOwn() throws Exception {
        check.check(jar(
                compiled("finalize(1); wait(\"a\"); return null;", "void finalize(int a) {} void wait(String a) {}")));
    }

    @Test
    void ancestorsInACircleEndTheLook() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("test/A.class", calling("test/A", "test/B", "test/A", "wait", "()V"));
        files.put("test/B.class", classOf("test/B", "test/A"));
        check.check(jar(files));
    }

    @Test
    void aDynamicConstantIsRefused() throws Exception {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "test/Condy", null, "java/lang/Object", null);
        Handle bootstrap = new Handle(
                Opcodes.H_INVOKESTATIC,
                "test/Condy",
                "make",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
                false);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "a", "()V", null, null);
        method.visitLdcInsn(new ConstantDynamic("x", "Ljava/lang/Object;", bootstrap));
        method.visitMaxs(1, 0);
        writer.visitEnd();
        String refusal = refusal(jar(Map.of("test/Condy.class", writer.toByteArray())));
        assertTrue(refusal.contains("has a dynamic constant"), refusal);
    }

    @Test
    void aMethodHandleOrABootstrapMethodIsAUseLikeAnyOther() throws Exception {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "test/Handles", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "a", "()V", null, null);
        method.visitLdcInsn(new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "exit", "(I)V", false));
        method.visitLdcInsn(Type.getMethodType("(Ljava/lang/Process;)V"));
        method.visitInvokeDynamicInsn(
                "x",
                "()Ljava/lang/Object;",
                new Handle(Opcodes.H_INVOKESTATIC, "java/lang/reflect/Proxy", "getProxyClass", "()V", false));
        method.visitMaxs(1, 0);
        writer.visitEnd();
        String refusal = refusal(jar(Map.of("test/Handles.class", writer.toByteArray())));
        for (String named : List.of("java.lang.System.exit", "java.lang.Process", "java.lang.reflect.Proxy")) {
            assertTrue(refusal.contains("uses " + named + ", "), refusal);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/lang/Runtime", "nl/knelpunt/api/Text", "nl/knelpunt/support/xml/XmlReader"})
    void aClassCanNotCallItselfOneOfThePlatform(String name) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".class", classOf(name, "java/lang/Object"));
        files.put("test/A.class", classOf("test/A", name));
        assertTrue(refusal(jar(files)).contains("is in a package of the platform or of Java"));
    }

    @Test
    void aClassThatLiesElsewhereThanItSaysIsNoClassOfTheJar() throws Exception {
        String refusal = refusal(jar(Map.of("other/A.class", classOf("sun/misc/Unsafe", "java/lang/Object"))));
        assertTrue(refusal.startsWith("other/A.class: is not a class file"), refusal);
    }

    @Test
    void aClassForOneJavaVersionOnlyIsLookedAtToo() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("test/A.class", classOf("test/A", "java/lang/Object"));
        files.put("META-INF/versions/17/test/A.class", classOf("test/A", "java/lang/Thread"));
        assertTrue(refusal(jar(files)).contains("uses java.lang.Thread"));
    }

    @Test
    void anEntryThatIsThereTwiceIsRefused() throws Exception {
        byte[] good = classOf("test/A", "java/lang/Object");
        byte[] bad = classOf("test/A", "java/lang/Thread");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("test/A.class", good);
        files.put("test/B.class", bad);
        Path jar = jar(files);
        // The writer would not have it; so the second name is changed where it stands in the file.
        byte[] bytes = Files.readAllBytes(jar);
        byte[] from = "test/B.class".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= bytes.length - from.length; i++) {
            if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
                bytes[i + 5] = 'A';
            }
        }
        Files.write(jar, bytes);
        assertEquals("it holds test/A.class twice", refusal(jar));
    }

    @Test
    void aNameInTheJarCanNotForgeALineOfTheLog() throws Exception {
        String refusal = refusal(jar(Map.of("a\nERROR all is lost.class", new byte[10])));
        assertFalse(refusal.contains("\n"), refusal);
    }

    @Test
    void noDamagedClassFileIsMoreThanARefusal() throws Exception {
        byte[] sound = compiled("return Stream.of(1).map(i -> i + \"\").toList().toString();")
                .values()
                .iterator()
                .next();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = i < sound.length ? Arrays.copyOf(sound, i) : sound.clone();
            for (int hit = 0; i >= sound.length && hit < 3; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            ClassUse use = new ClassUse(new PermittedUse());
            use.add("test/Adapter.class", damaged);
            refused += use.breaches().isEmpty() ? 0 : 1;
        }
        assertTrue(refused >= Math.min(sound.length, 3_000), "each part of a class is no class");
    }

    // Sizes

    @Test
    void aClassThatIsTooLargeIsNotRead() throws Exception {
        assertEquals(
                "test/A.class is larger than 1 MiB",
                refusal(jar(Map.of("test/A.class", new byte[JarCheck.LARGEST_CLASS + 1]))));
    }

    @Test
    void tooManyFilesAreNotRead() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= JarCheck.MOST_ENTRIES; i++) {
            files.put("f" + i, new byte[0]);
        }
        assertEquals("it holds more than 10000 files", refusal(jar(files)));
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= JarCheck.MOST_BYTES / JarCheck.LARGEST_CLASS; i++) {
            files.put("C" + i + ".class", new byte[JarCheck.LARGEST_CLASS]);
        }
        assertTrue(refusal(jar(files)).contains("are larger than 128 MiB together"));
    }

    @Test
    void whatIsNoJarIsNone() throws Exception {
        assertTrue(
                refusal(Files.writeString(folder.resolve("x.jar"), "text")).startsWith("it is not a sound jar file"));
    }

    // Components

    private static String component(String attributes, String implementation, String provided) {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="a" %s>
                  <service>%s</service>
                  <implementation class="%s"/>
                </scr:component>
                """.formatted(attributes, provided, implementation);
    }

    private static final String ADAPTER = "<provide interface=\"nl.knelpunt.api.adapter.SignalAdapter\"/>";

    private String ofComponent(String xml) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(compiled("return null;"));
        files.put("OSGI-INF/a.xml", xml.getBytes(StandardCharsets.UTF_8));
        try {
            check.check(jar(files));
            return "";
        } catch (BrokenPluginException e) {
            return e.getMessage();
        }
    }

    @Test
    void anAdapterOfTheJarIsAComponent() throws Exception {
        assertEquals("", ofComponent(component("", "test.Adapter", ADAPTER)));
        assertEquals("", ofComponent(component("activate=\"start\"", "test.Adapter", ADAPTER)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            immediate="true"     | test.Adapter    | nl.knelpunt.api.adapter.SignalAdapter | is immediate
            deactivate="stop"    | test.Adapter    | nl.knelpunt.api.adapter.SignalAdapter | has the attribute deactivate
            modified="change"    | test.Adapter    | nl.knelpunt.api.adapter.SignalAdapter | has the attribute modified
            factory="f"          | test.Adapter    | nl.knelpunt.api.adapter.SignalAdapter | has the attribute factory
            name="b"             | java.util.Timer | nl.knelpunt.api.adapter.SignalAdapter | is made from java.util.Timer, which is no class of this jar
            name="b"             | test.Adapter    | jakarta.servlet.Servlet               | provides jakarta.servlet.Servlet; a plugin provides only
            name="b"             | test.Adapter    | nl.knelpunt.engine.port.Store         | provides nl.knelpunt.engine.port.Store; a plugin provides only
            """)
    void anythingElseIsNot(String attribute, String implementation, String provided, String reason) throws Exception {
        String refusal = ofComponent(component(attribute, implementation, "<provide interface=\"" + provided + "\"/>")
                .replace("name=\"a\" name", "name"));
        assertTrue(refusal.contains("OSGI-INF/a.xml: " + reason), refusal);
    }

    @Test
    void aComponentWithoutAServiceWouldRunAtOnce() throws Exception {
        assertTrue(ofComponent(component("", "test.Adapter", "")).contains("a component of a plugin is an adapter"));
    }

    @Test
    void componentsAreSoundXmlWithoutADoctype() throws Exception {
        assertTrue(ofComponent("<component").contains("OSGI-INF/a.xml: is not sound XML"));
        assertTrue(ofComponent("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                .contains("has a DOCTYPE"));
    }

    @Test
    void componentsStandWhereTheyAreLookedFor() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nService-Component: OSGI-INF/a.xml, other/b.xml\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertTrue(refusal(jar(files)).contains("its Service-Component names other/b.xml"));
    }

    // The table

    @Test
    void theTableNamesWhatThereIs() throws Exception {
        List<String> newer =
                List.of("MatchException", "SequencedCollection", "SequencedMap", "SequencedSet", "SwitchBootstraps");
        for (String name : new PermittedUse().listed()) {
            if (newer.stream().noneMatch(name::endsWith)) {
                Class.forName(name, false, null);
            }
        }
    }

    @Test
    void theTablePermitsNothingThatLeadsFurther() {
        PermittedUse permitted = new PermittedUse();
        for (String name : new PermittedUse().listed()) {
            assertTrue(
                    Stream.of(
                                    "java.lang.reflect.",
                                    "java.lang.ref.",
                                    "java.nio.file.",
                                    "java.nio.channels.",
                                    "javax.",
                                    "sun.",
                                    "jdk.")
                            .noneMatch(name::startsWith),
                    name);
        }
        assertFalse(permitted.permits("java.lang.Class", "forName"));
        assertFalse(permitted.permits("NoPackage"));
        assertFalse(permitted.permits("nl.knelpunt.booth.Booth"));
    }

    // Making jars

    private String refusal(Path jar) {
        return BothLanguages.english(assertThrows(BrokenPluginException.class, () -> check.check(jar)));
    }

    private Path jar(Map<String, byte[]> files) throws IOException {
        Path path = Files.createTempFile(folder, "plugin", ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return path;
    }

    private static byte[] classOf(String name, String parent) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] calling(String name, String parent, String owner, String method, String type) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "a", "()V", null, null);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, method, type, false);
        code.visitMaxs(1, 1);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A class test.Adapter with this body of a method and what more it has; with its inner classes. */
    private Map<String, byte[]> compiled(String body, String... members) throws IOException {
        String source = """
                package test;
                import java.io.*; import java.math.*; import java.nio.charset.*; import java.time.*; import java.util.*;
                import java.util.function.*; import java.util.regex.*; import java.util.stream.*;
                public class Adapter {
                    String read(String... args) throws Exception { %s }
                    %s
                }
                """.formatted(body, String.join(" ", members));
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///test/Adapter.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return source;
                    }
                };
        Path classes = Files.createTempDirectory(folder, "classes");
        assertTrue(ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problem -> {
                            if (problem.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
                                throw new IllegalArgumentException(problem.toString());
                            }
                        },
                        List.of("-d", classes.toString()),
                        null,
                        List.of(file))
                .call());
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> made = Files.walk(classes)) {
            for (Path path : made.filter(Files::isRegularFile).toList()) {
                files.put(classes.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
