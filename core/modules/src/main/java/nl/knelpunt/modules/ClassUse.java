package nl.knelpunt.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Pace;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the classes of one jar use of others. Everything that a class can reach without looking it up by name stands in its
 * constant pool, and there is nothing in the table by which it could look up more: so the pool is all there is to look at.
 */
final class ClassUse {

    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;

    private static final Pattern VERSION = Pattern.compile("^META-INF/versions/[0-9]+/");
    private static final String MODULE_INFO = "module-info.class";
    private static final List<String> OURS = List.of("nl.knelpunt.api", "nl.knelpunt.support", "java");

    private final PermittedUse permitted;
    private final Map<String, Own> own = new HashMap<>();
    private final List<Text> unsound = new ArrayList<>();

    ClassUse(PermittedUse permitted) {
        this.permitted = permitted;
    }

    /** A class of the jar. Of one that is there for several Java versions all count. */
    private static final class Own extends ClassVisitor {

        private final String entry;
        private final List<ClassReader> versions = new ArrayList<>();
        private final Set<String> ancestors = new LinkedHashSet<>();
        private final Set<String> members = new HashSet<>();
        private final List<Text> breaches = new ArrayList<>();

        Own(String entry) {
            super(Opcodes.ASM9);
            this.entry = entry;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            if (parent != null) {
                ancestors.add(dotted(parent));
            }
            for (String one : interfaces) {
                ancestors.add(dotted(one));
            }
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            members.add(name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            members.add(name + type);
            if ((access & Opcodes.ACC_NATIVE) != 0) {
                breaches.add(new Text(
                        "heeft de native methode " + JarCheck.printable(name) + ", en dat mag een module niet",
                        "has the native method " + JarCheck.printable(name) + ", which a plugin can't"));
            }
            if (name.equals("finalize") && type.equals("()V")) {
                breaches.add(new Text(
                        "heeft een finalizer, en dat mag een module niet", "has a finalizer, which a plugin can't"));
            }
            return null;
        }
    }

    /** @param entry its name in the jar */
    void add(String entry, byte[] bytes) {
        if (entry.equals(MODULE_INFO) || entry.endsWith("/" + MODULE_INFO)) {
            return;
        }
        try {
            ClassReader reader = new ClassReader(bytes);
            if (!VERSION.matcher(entry).replaceFirst("").equals(reader.getClassName() + ".class")) {
                throw new IllegalArgumentException("It lies elsewhere than its name says");
            }
            String name = dotted(reader.getClassName());
            Own known = own.computeIfAbsent(name, n -> new Own(entry));
            reader.accept(known, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            known.versions.add(reader);
            if (OURS.stream().anyMatch(ours -> name.startsWith(ours + "."))) {
                known.breaches.add(new Text(
                        "zit in een pakket van het platform of van Java; kies een ander",
                        "is in a package of the platform or of Java; choose another one"));
            }
        } catch (RuntimeException | StackOverflowError e) {
            unsound.add(at(
                    JarCheck.printable(entry) + ": ",
                    new Text(
                            "is geen klasse die dit platform begrijpt, of staat niet op zijn plaats",
                            "is not a class file that this platform understands, or not in its place")));
        }
    }

    /** Of the classes of the jar, with dots. */
    Set<String> names() {
        return own.keySet();
    }

    /** A sentence for each use that is not permitted. */
    List<Text> breaches() {
        Set<Text> found = new TreeSet<>(Comparator.comparing(Text::en));
        found.addAll(unsound);
        Pace pace = new Pace();
        for (Own one : own.values()) {
            pace.breathe();
            String where = JarCheck.printable(one.entry) + ": ";
            one.breaches.forEach(breach -> found.add(at(where, breach)));
            for (ClassReader version : one.versions) {
                try {
                    look(version).forEach(breach -> found.add(at(where, breach)));
                } catch (RuntimeException e) {
                    found.add(at(where, new Text("is geen gave klasse", "is not a sound class file")));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Text at(String where, Text breach) {
        return new Text(where + breach.nl(), where + breach.en());
    }

    private static Text uses(String what) {
        return new Text("gebruikt " + what + ", en dat mag een module niet", "uses " + what + ", which a plugin can't");
    }

    private Set<Text> look(ClassReader reader) {
        Set<Text> breaches = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0) {
                // The second half of a long or a double.
                continue;
            }
            switch (reader.readByte(item - 1)) {
                case CLASS -> type(Type.getObjectType(reader.readUTF8(item, buffer)), breaches);
                case FIELD, METHOD, INTERFACE_METHOD -> {
                    int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
                    member(
                            Type.getObjectType(reader.readClass(item, buffer)),
                            reader.readUTF8(nameAndType, buffer),
                            reader.readUTF8(nameAndType + 2, buffer),
                            breaches);
                }
                case NAME_AND_TYPE -> types(reader.readUTF8(item + 2, buffer), breaches);
                case METHOD_TYPE -> types(reader.readUTF8(item, buffer), breaches);
                case DYNAMIC ->
                    breaches.add(new Text(
                            "heeft een dynamische constante, en dat mag een module niet",
                            "has a dynamic constant, which a plugin can't"));
                default -> {
                    // Texts, numbers, and what leads to the others.
                }
            }
        }
        return breaches;
    }

    private void types(String descriptor, Set<Text> breaches) {
        if (descriptor.startsWith("(")) {
            type(Type.getReturnType(descriptor), breaches);
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                type(argument, breaches);
            }
        } else {
            type(Type.getType(descriptor), breaches);
        }
    }

    private void type(Type type, Set<Text> breaches) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT
                && !own.containsKey(element.getClassName())
                && !permitted.permits(element.getClassName())) {
            breaches.add(uses(JarCheck.printable(element.getClassName())));
        }
    }

    private void member(Type owner, String name, String descriptor, Set<Text> breaches) {
        String of = owner.getSort() == Type.OBJECT ? owner.getClassName() : Object.class.getName();
        for (String from : origins(of, name, descriptor, new HashSet<>())) {
            // A class that may not be used at all was told of already.
            if (permitted.permits(from) && !permitted.permits(from, name)) {
                breaches.add(uses(from + "." + JarCheck.printable(name)));
            }
        }
    }

    /** Of which foreign classes a member can be; none when it is the jar's own. */
    private Set<String> origins(String owner, String name, String descriptor, Set<String> seen) {
        Own declared = own.get(owner);
        if (declared == null) {
            return Set.of(owner);
        }
        String member = descriptor.startsWith("(") ? name + descriptor : name;
        if (!seen.add(owner) || declared.members.contains(member)) {
            return Set.of();
        }
        Set<String> origins = new LinkedHashSet<>();
        declared.ancestors.forEach(ancestor -> origins.addAll(origins(ancestor, name, descriptor, seen)));
        return origins;
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
