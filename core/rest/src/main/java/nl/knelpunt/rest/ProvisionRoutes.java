package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.ProvisionShapes.NewAnswer;
import nl.knelpunt.rest.ProvisionShapes.NewFeedback;
import nl.knelpunt.rest.ProvisionShapes.NewProvision;
import nl.knelpunt.rest.ProvisionShapes.NewTest;
import nl.knelpunt.rest.ProvisionShapes.NewWithdrawal;
import nl.knelpunt.rest.ProvisionShapes.ProvisionList;
import nl.knelpunt.rest.ProvisionShapes.ProvisionSearch;
import nl.knelpunt.rest.ProvisionShapes.ProvisionView;
import nl.knelpunt.rest.Shapes.Changed;

/** Results that leave the verband. */
final class ProvisionRoutes {

    private ProvisionRoutes() {}

    static void addTo(RouteTable table, ProvisionResource provisions) {
        table.add(
                "provisions",
                get(
                                "/knelpunten/{knelpunt}/provisions",
                                "listProvisions",
                                "Results of a knelpunt that leave, without data")
                        .guarded()
                        .does(Act.LIST_PROVISIONS)
                        .paged()
                        .answers(200, ProvisionList.class)
                        .by(provisions::list),
                post(
                                "/knelpunten/{knelpunt}/provisions",
                                "prepareProvision",
                                "Prepares a result for a recipient; nothing leaves yet")
                        .changes()
                        .does(Act.PREPARE_PROVISION)
                        .takes(NewProvision.class)
                        .answers(201, Changed.class)
                        .by(provisions::prepare),
                post(
                                "/provisions/_search",
                                "searchProvisions",
                                "The register: what was provided to whom on what ground, without data; of a participant what it"
                                        + " was given")
                        .guarded()
                        .does(Act.SEARCH_PROVISIONS)
                        .paged()
                        .takes(ProvisionSearch.class)
                        .answers(200, ProvisionList.class)
                        .by(provisions::search),
                get("/provisions/{provision}", "getProvision", "A provision with the data that you may see now")
                        .guarded()
                        .does(Act.SEE_PROVISION)
                        .answers(200, ProvisionView.class)
                        .by(provisions::see),
                patch(
                                "/provisions/{provision}",
                                "amendProvision",
                                "Changes what it says before it goes; answers, round and test of before fall away")
                        .changes()
                        .does(Act.AMEND_PROVISION)
                        .takes(NewProvision.class)
                        .answers(200, Changed.class)
                        .by(provisions::amend),
                post(
                                "/provisions/{provision}/round",
                                "askOnProvision",
                                "Asks participants for consent or objection, within the days of the policy")
                        .changes()
                        .does(Act.ASK_PROVISION)
                        .answers(201, Changed.class)
                        .by(provisions::ask),
                post("/provisions/{provision}/withdrawal", "withdrawProvision", "Gives it up before it went")
                        .changes()
                        .does(Act.WITHDRAW_PROVISION)
                        .takes(NewWithdrawal.class)
                        .answers(201, Changed.class)
                        .by(provisions::withdraw),
                post(
                                "/provisions/{provision}/answers",
                                "answerProvision",
                                "Your participant consents or objects; a later answer replaces it, but to a third party an"
                                        + " objection is final")
                        .changes()
                        .does(Act.ANSWER_PROVISION)
                        .takes(NewAnswer.class)
                        .answers(201, Changed.class)
                        .by(provisions::answer),
                post(
                                "/provisions/{provision}/test",
                                "testProvision",
                                "What the legality advisory committee found; it goes into its register too")
                        .changes()
                        .does(Act.TEST_PROVISION)
                        .takes(NewTest.class)
                        .answers(201, Changed.class)
                        .by(provisions::test),
                post(
                                "/provisions/{provision}/provide",
                                "provideResult",
                                "Lets the result go: what is answered is what you hand to the recipient")
                        .changes()
                        .does(Act.PROVIDE)
                        .query(
                                "restrictionsConfirmed",
                                "true: the recipient confirmed to keep to what suppliers restrict (H3)",
                                Boolean.class)
                        .answers(200, ProvisionView.class)
                        .by(provisions::provide),
                post("/provisions/{provision}/feedback", "giveFeedback", "What the recipient did with the result")
                        .changes()
                        .does(Act.GIVE_FEEDBACK)
                        .takes(NewFeedback.class)
                        .answers(201, Changed.class)
                        .by(provisions::giveFeedback));
    }
}
