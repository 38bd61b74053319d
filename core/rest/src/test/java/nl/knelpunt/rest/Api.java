package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Analyses;
import nl.knelpunt.engine.analysis.BarrierModels;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.document.Documents;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Involvements;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.Subscriptions;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.oversight.LogReader;
import nl.knelpunt.engine.oversight.Operations;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.RacRequests;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheets;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.report.AnnualReports;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.retention.DestructionLists;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.sharing.Corrections;
import nl.knelpunt.engine.sharing.DataRequests;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.RecognitionHelp;
import nl.knelpunt.engine.signal.SignalOutcomes;
import nl.knelpunt.engine.signal.Signals;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.steering.OutsideDecisions;
import nl.knelpunt.engine.task.Tasks;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The API on a real server on loopback, in front of use cases that tests stage. */
final class Api implements AutoCloseable {

    static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final Caller.Person CALLER = new Caller.Person(UUID.fromString("01900000-0000-7000-8000-00000000000a"));
    static final String TOKEN = "a-token";

    final Fake<Accounts> accounts = new Fake<>(Accounts.class)
            .when("authenticate", a -> a[0].equals(TOKEN) ? Optional.of(CALLER) : Optional.empty());
    final Fake<Regions> regions = new Fake<>(Regions.class);
    final Fake<Router> router = new Fake<>(Router.class);
    final Fake<Messages> messages = new Fake<>(Messages.class);
    final Fake<Signals> signals = new Fake<>(Signals.class);
    final Fake<Knelpunten> knelpunten = new Fake<>(Knelpunten.class);
    final Fake<Plans> plans = new Fake<>(Plans.class);
    final Fake<Capacities> capacities = new Fake<>(Capacities.class);
    final Fake<Scans> scans = new Fake<>(Scans.class);
    final Fake<CaseMeetings> caseMeetings = new Fake<>(CaseMeetings.class);
    final Fake<TaskSheets> taskSheets = new Fake<>(TaskSheets.class);
    final Fake<Involvements> involvements = new Fake<>(Involvements.class);
    final Fake<Provisions> provisions = new Fake<>(Provisions.class);
    final Fake<Analyses> analyses = new Fake<>(Analyses.class);
    final Fake<Selections> selections = new Fake<>(Selections.class);
    final Fake<BarrierModels> barrierModels = new Fake<>(BarrierModels.class);
    final Fake<RightsRequests> rightsRequests = new Fake<>(RightsRequests.class);
    final Fake<Data> data = new Fake<>(Data.class);
    final Fake<DataRequests> dataRequests = new Fake<>(DataRequests.class);
    final Fake<Corrections> corrections = new Fake<>(Corrections.class);
    final Fake<Comparisons> comparisons = new Fake<>(Comparisons.class);
    final Fake<RecognitionHelp> recognitionHelp = new Fake<>(RecognitionHelp.class);
    final Fake<SignalOutcomes> signalOutcomes = new Fake<>(SignalOutcomes.class);
    final Fake<Closures> closures = new Fake<>(Closures.class);
    final Fake<DestructionLists> destructionLists = new Fake<>(DestructionLists.class);
    final Fake<Retention> retention = new Fake<>(Retention.class);
    final Fake<Tasks> tasks = new Fake<>(Tasks.class);
    final Fake<Operations> operations = new Fake<>(Operations.class);
    final Fake<Policies> policies = new Fake<>(Policies.class)
            .when("current", a -> Policy.DEFAULT)
            .when("changes", a -> List.of())
            .when("rules", a -> RuleSet.of(LocalDate.of(2026, 3, 1), Policy.DEFAULT));
    final Fake<Advices> advices = new Fake<>(Advices.class);
    final Fake<AnnualReports> reports = new Fake<>(AnnualReports.class);
    final Fake<LegalDuties> duties = new Fake<>(LegalDuties.class);
    final Fake<InformationRegister> information = new Fake<>(InformationRegister.class);
    final Fake<RacRequests> racRequests = new Fake<>(RacRequests.class);
    final Fake<LogReader> log = new Fake<>(LogReader.class);
    final Fake<Events> events = new Fake<>(Events.class);
    final Fake<Subscriptions> subscriptions = new Fake<>(Subscriptions.class);
    final Fake<Mandates> mandates = new Fake<>(Mandates.class);
    final Fake<Meetings> meetings = new Fake<>(Meetings.class);
    final Fake<OutsideDecisions> outside = new Fake<>(OutsideDecisions.class);
    final Fake<Documents> documents = new Fake<>(Documents.class);
    final Fake<Modules> modules = new Fake<>(Modules.class);
    final UseCases use = new UseCases();

    private final EventStreams streams;
    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api() throws Exception {
        this(EventStreams.Limits.DEFAULT);
    }

    Api(EventStreams.Limits limits) throws Exception {
        use.accounts = accounts.service();
        use.regions = regions.service();
        use.router = router.service();
        use.messages = messages.service();
        use.signals = signals.service();
        use.comparisons = comparisons.service();
        use.recognitionHelp = recognitionHelp.service();
        use.signalOutcomes = signalOutcomes.service();
        use.knelpunten = knelpunten.service();
        use.plans = plans.service();
        use.capacities = capacities.service();
        use.scans = scans.service();
        use.caseMeetings = caseMeetings.service();
        use.taskSheets = taskSheets.service();
        use.involvements = involvements.service();
        use.provisions = provisions.service();
        use.analyses = analyses.service();
        use.selections = selections.service();
        use.barrierModels = barrierModels.service();
        use.rightsRequests = rightsRequests.service();
        use.data = data.service();
        use.closures = closures.service();
        use.destructionLists = destructionLists.service();
        use.retention = retention.service();
        use.dataRequests = dataRequests.service();
        use.corrections = corrections.service();
        use.tasks = tasks.service();
        use.operations = operations.service();
        use.policies = policies.service();
        use.advices = advices.service();
        use.reports = reports.service();
        use.duties = duties.service();
        use.information = information.service();
        use.racRequests = racRequests.service();
        use.log = log.service();
        use.events = events.service();
        use.subscriptions = subscriptions.service();
        use.mandates = mandates.service();
        use.meetings = meetings.service();
        use.outside = outside.service();
        use.documents = documents.service();
        use.modules = modules.service();
        streams = new EventStreams(use, limits);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder servlet = new ServletHolder(new ApiServlet(use, "9.9.9", streams));
        context.addServlet(servlet, "/v1/*");
        context.addServlet(servlet, "/access/v1/*");
        context.addServlet(servlet, "/");
        server.setHandler(context);
        server.start();
    }

    static Done done(String state, long version) {
        return new Done(ID, state, version);
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** A request by somebody who is signed in. */
    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + TOKEN);
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    Reply get(String path) throws Exception {
        return send(request(path));
    }

    Reply post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json)));
    }

    Reply put(String path, String json) throws Exception {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Reply delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    Reply patch(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"3\"")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    Reply send(HttpRequest.Builder request) throws Exception {
        return new Reply(client.send(request.build(), BodyHandlers.ofByteArray()));
    }

    @Override
    public void close() throws Exception {
        streams.close();
        server.stop();
    }

    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonNode json() throws Exception {
            return Json.mapper().readTree(response.body());
        }

        /** Paths of the fields that are wrong. */
        List<String> fields() throws Exception {
            return json().findPath("errors").findValuesAsText("field");
        }
    }
}
