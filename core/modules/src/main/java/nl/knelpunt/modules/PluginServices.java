package nl.knelpunt.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.engine.plugin.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What a started plugin bundle offers: its adapters, what each of them reads, and the reader of own subjects. */
final class PluginServices {

    private static final List<Class<?>> OFFERED = List.of(SignalAdapter.class, OwnSubjects.class);

    private static final String FORMAT = Reads.PREFIX_ + "format";
    private static final String MEDIA_TYPES = Reads.PREFIX_ + "mediaTypes";
    private static final String FILE_ENDINGS = Reads.PREFIX_ + "fileEndings";

    private static final Pattern FORMAT_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");
    private static final Pattern FILE_ENDING = Pattern.compile("[a-z0-9][a-z0-9.]{0,31}");

    private static final Pattern SAID =
            Pattern.compile("(?m)^Caused by: java\\.lang\\.IllegalArgumentException: (.{1,500})$");

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    PluginServices(BundleContext context, ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    /**
     * What was taken into use.
     *
     * @param ownSubjects empty when the bundle offers none
     * @param services behind all of it, to be given back
     */
    record Taken(
            List<Plugin.Adapter> adapters, Optional<OwnSubjects> ownSubjects, List<ServiceReference<?>> services) {}

    /** Names of the services that the bundle declares and that are not there yet. */
    List<String> awaited(Bundle bundle) {
        Set<Object> there = new HashSet<>();
        OFFERED.forEach(type -> references(bundle, type).forEach(r -> there.add(r.getProperty("component.name"))));
        Collection<ComponentDescriptionDTO> declared = components.getComponentDescriptionDTOs(bundle);
        if (declared.isEmpty() && bundle.getHeaders("").get("Service-Component") != null) {
            return List.of("those of Service-Component");
        }
        return declared.stream()
                .filter(component -> OFFERED.stream()
                        .anyMatch(type ->
                                Arrays.asList(component.serviceInterfaces).contains(type.getName())))
                .map(component -> component.name)
                .filter(name -> !there.contains(name))
                .toList();
    }

    private <S> List<ServiceReference<S>> references(Bundle bundle, Class<S> type) {
        ServiceReference<?>[] all = bundle.getRegisteredServices();
        return all == null
                ? List.of()
                : Arrays.stream(all)
                        .filter(reference -> provides(reference, type))
                        .map(PluginServices::<S>typed)
                        .sorted()
                        .toList();
    }

    /**
     * Takes what the bundle offers into use.
     *
     * @throws BrokenPluginException something can't be made or doesn't say what it reads; nothing is in use then
     */
    Taken take(Bundle bundle) throws BrokenPluginException {
        List<ServiceReference<SignalAdapter>> readers = references(bundle, SignalAdapter.class);
        List<ServiceReference<OwnSubjects>> lists = references(bundle, OwnSubjects.class);
        List<Text> problems = new ArrayList<>();
        List<Plugin.Adapter> adapters = adapters(readers, problems);
        List<OwnSubjects> ownSubjects = ownSubjects(lists, problems);
        List<ServiceReference<?>> services = new ArrayList<>(readers);
        services.addAll(lists);
        if (!problems.isEmpty()) {
            release(services);
            throw new BrokenPluginException(problems);
        }
        return new Taken(adapters, ownSubjects.stream().findFirst(), List.copyOf(services));
    }

    private List<OwnSubjects> ownSubjects(List<ServiceReference<OwnSubjects>> references, List<Text> problems) {
        List<OwnSubjects> made = new ArrayList<>();
        for (ServiceReference<OwnSubjects> reference : references) {
            OwnSubjects reader = context.getService(reference);
            if (reader == null) {
                String name = "own subjects " + reference.getProperty("component.name");
                problems.add(new Text(
                        name + ": hij is niet te maken; het logboek van zijn component zegt waarom",
                        name + ": it can't be made; the log of its component says why"));
            } else {
                made.add(reader);
            }
        }
        if (references.size() > 1) {
            problems.add(new Text(
                    "biedt " + references.size() + " keer eigen subjecten; één keer is genoeg",
                    "offers own subjects " + references.size() + " times; once is enough"));
        }
        return made;
    }

    private List<Plugin.Adapter> adapters(List<ServiceReference<SignalAdapter>> references, List<Text> problems) {
        List<Plugin.Adapter> adapters = new ArrayList<>();
        Set<String> formats = new HashSet<>();
        for (ServiceReference<SignalAdapter> reference : references) {
            String name = "adapter " + reference.getProperty("component.name");
            SignalAdapter reader = context.getService(reference);
            Plugin.Adapter adapter = new Plugin.Adapter(
                    String.join(" ", texts(reference, FORMAT)),
                    texts(reference, MEDIA_TYPES),
                    texts(reference, FILE_ENDINGS),
                    reader);
            adapters.add(adapter);
            if (reader == null) {
                String said = whatItSays(reference).orElse(null);
                problems.add(new Text(
                        name + ": hij is niet te maken; "
                                + (said == null ? "het logboek van zijn component zegt waarom" : said),
                        name + ": it can't be made; " + (said == null ? "the log of its component says why" : said)));
            }
            if (!FORMAT_NAME.matcher(adapter.format()).matches()) {
                problems.add(new Text(
                        name + ": @Reads noemt geen formaat van kleine letters, cijfers, punten en streepjes",
                        name + ": @Reads names no format of lower case letters, digits, dots and hyphens"));
            } else if (!formats.add(adapter.format())) {
                problems.add(new Text(
                        name + ": het formaat \"" + adapter.format() + "\" wordt al door een andere adapter gelezen",
                        name + ": the format \"" + adapter.format() + "\" is read by another adapter already"));
            }
            if (!allMatch(MEDIA_TYPE, adapter.mediaTypes())) {
                problems.add(new Text(
                        name + ": @Reads heeft mediatypen in kleine letters nodig, zonder parameters",
                        name + ": @Reads needs media types in lower case without parameters"));
            }
            if (!allMatch(FILE_ENDING, adapter.fileEndings())) {
                problems.add(new Text(
                        name + ": @Reads heeft bestandsuitgangen in kleine letters nodig, zonder de eerste punt",
                        name + ": @Reads needs file endings in lower case without the first dot"));
            }
        }
        return List.copyOf(adapters);
    }

    /** Of what it is configured with, such as where a mapping is wrong. No message was read yet, so it can't speak of one. */
    private Optional<String> whatItSays(ServiceReference<SignalAdapter> reference) {
        return components.getComponentDescriptionDTOs(reference.getBundle()).stream()
                .filter(component -> component.name.equals(reference.getProperty("component.name")))
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                .map(made -> SAID.matcher(Objects.toString(made.failure, "")))
                .filter(Matcher::find)
                .map(said -> said.group(1).replaceAll("\\p{Cntrl}", "?"))
                .findFirst();
    }

    void release(List<ServiceReference<?>> references) {
        references.forEach(context::ungetService);
    }

    private static boolean allMatch(Pattern pattern, List<String> texts) {
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> pattern.matcher(text).matches());
    }

    private static List<String> texts(ServiceReference<?> reference, String property) {
        Object value = reference.getProperty(property);
        if (value instanceof Object[] several) {
            return Stream.of(several).map(String::valueOf).toList();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /** Of our interface, that is: a bundle could carry one of that name itself. */
    private boolean provides(ServiceReference<?> reference, Class<?> type) {
        String name = type.getName();
        return Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(name)
                && reference.isAssignableTo(context.getBundle(), name);
    }

    @SuppressWarnings("unchecked")
    private static <S> ServiceReference<S> typed(ServiceReference<?> reference) {
        return (ServiceReference<S>) reference;
    }
}
