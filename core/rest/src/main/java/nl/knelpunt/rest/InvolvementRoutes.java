package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.InvolvementShapes.InvolvementList;
import nl.knelpunt.rest.InvolvementShapes.NewDeparture;
import nl.knelpunt.rest.InvolvementShapes.NewInvolvement;
import nl.knelpunt.rest.Shapes.Changed;

/** Who is involved in a designated knelpunt. */
final class InvolvementRoutes {

    private InvolvementRoutes() {}

    static void addTo(RouteTable table, InvolvementResource involvements) {
        table.add(
                "knelpunten",
                get(
                                "/knelpunten/{knelpunt}/involvements",
                                "listInvolvements",
                                "Who came to be involved since the designation, and who left")
                        .guarded()
                        .does(Act.SEE_KNELPUNT)
                        .paged()
                        .answers(200, InvolvementList.class)
                        .by(involvements::list),
                post(
                                "/knelpunten/{knelpunt}/involvements",
                                "proposeInvolvement",
                                "Proposes that a participant joins or leaves; the steering group votes on it with motion INVOLVE")
                        .changes()
                        .does(Act.PROPOSE_INVOLVEMENT)
                        .takes(NewInvolvement.class)
                        .answers(201, Changed.class)
                        .by(involvements::propose),
                post("/knelpunten/{knelpunt}/involvement", "decideInvolvement", "Concludes the vote on who is involved")
                        .changes()
                        .does(Act.DECIDE_INVOLVEMENT)
                        .answers(200, Changed.class)
                        .by(involvements::decide),
                post(
                                "/knelpunten/{knelpunt}/departure",
                                "leaveKnelpunt",
                                "Your participant leaves; it sees nothing of the knelpunt any more")
                        .changes()
                        .does(Act.LEAVE_KNELPUNT)
                        .takes(NewDeparture.class)
                        .answers(200, Changed.class)
                        .by(involvements::leave));
    }
}
