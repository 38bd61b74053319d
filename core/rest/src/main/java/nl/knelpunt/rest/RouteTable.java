package nl.knelpunt.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.knelpunt.engine.guard.Act;

/** Every operation of the API. Both dispatch and the OpenAPI document are made from it. */
final class RouteTable {

    static final String BASE = "/v1";

    /** Where AuthZEN wants its operations. */
    static final String ACCESS = "/access/v1";

    record Match(Route route, Map<String, String> path) {}

    private final List<Route> routes = new ArrayList<>();

    RouteTable(UseCases use, HealthResource health) {
        this(use, health, new EventStreams(use));
    }

    RouteTable(UseCases use, HealthResource health, EventStreams streams) {
        PlatformRoutes.addTo(this, health, new OpenApi(this), new CatalogueResource(use));
        SessionRoutes.addTo(this, new SessionResource(use));
        SignalRoutes.addTo(this, new SignalResource(use), new MessageResource(use), new FormResource(use));
        KnelpuntRoutes.addTo(this, new KnelpuntResource(use));
        ScanRoutes.addTo(this, new ScanResource(use));
        CaseMeetingRoutes.addTo(this, new CaseMeetingResource(use));
        SteeringRoutes.addTo(this, new SteeringResource(use), new MandateResource(use), new PaperResource(use));
        DocumentRoutes.addTo(this, new DocumentResource(use));
        PlanRoutes.addTo(this, new PlanResource(use), new TaskSheetResource(use));
        InvolvementRoutes.addTo(this, new InvolvementResource(use));
        ClosureRoutes.addTo(this, new ClosureResource(use));
        RetentionRoutes.addTo(this, new RetentionResource(use));
        TaskRoutes.addTo(this, new TaskResource(use, this));
        DatumRoutes.addTo(this, new DatumResource(use));
        SharingRoutes.addTo(this, new SharingResource(use));
        AnalysisRoutes.addTo(this, new AnalysisResource(use), new SelectionResource(use), new BarrierResource(use));
        ProvisionRoutes.addTo(this, new ProvisionResource(use));
        RightsRoutes.addTo(this, new RightsResource(use));
        OversightRoutes.addTo(this, new OperationsResource(use), new OversightResource(use));
        RacRoutes.addTo(this, new RacResource(use));
        ReportRoutes.addTo(this, new ReportResource(use), new DutyResource(use));
        ModuleRoutes.addTo(this, new ModuleResource(use));
        DecisionRoutes.addTo(this, new DecisionResource(this));
        EventRoutes.addTo(this, new EventResource(use, streams), new SubscriptionResource(use));
    }

    /** The operation that does an act; the first, where there are more. Empty when nobody does it over the API. */
    Optional<Route> doing(Act act) {
        return routes.stream().filter(r -> r.acts().contains(act)).findFirst();
    }

    void add(String tag, Route... tagged) {
        for (Route route : tagged) {
            routes.add(route.tagged(tag));
        }
    }

    List<Route> routes() {
        return routes;
    }

    /**
     * @param base such as {@link #BASE}
     * @param path below the base, with its first slash; null for the base itself
     * @throws ProblemException there is no such path, or not with this method
     */
    Match match(String method, String base, String path) {
        String[] segments = path == null ? new String[0] : path.substring(1).split("/", -1);
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> values = route.base().equals(base) ? values(route, segments) : null;
            if (values != null) {
                if (route.method().equals(method)) {
                    return new Match(route, values);
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw ProblemException.unknownPath();
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        throw ProblemException.unknownMethod(String.join(", ", allowed));
    }

    private static Map<String, String> values(Route route, String[] segments) {
        if (route.segments().size() != segments.length) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String wanted = route.segments().get(i);
            if (wanted.startsWith("{") && !segments[i].isEmpty()) {
                values.put(wanted.substring(1, wanted.length() - 1), segments[i]);
            } else if (!wanted.equals(segments[i])) {
                return null;
            }
        }
        return values;
    }
}
