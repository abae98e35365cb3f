package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.somata.model.layers.Layer;
import org.somata.model.network.LayerFailedException;
import org.somata.model.network.Network.Watcher;
import org.somata.model.signals.Presentation.Purpose;

/** The network actor with its layers and teacher, under a guardian that is not its own. */
class NetworkActorTest {
    private static final ActorTestKit KIT = ActorTestKit.create("network-actor-test");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Specimen SPECIMEN = Specimen.backpropagation(6, 4, 7);

    private final AtomicReference<Throwable> downfall = new AtomicReference<>();

    @AfterAll
    static void end() {
        KIT.shutdownTestKit();
    }

    @Test
    void itConnectsItsLayersAndAnswersWhatIsAsked() throws Exception {
        ActorRef<NetworkCommand> network = spawn(SPECIMEN.layers());
        assertEquals(Specimen.PRESENTATIONS, learn(network).get(60, TimeUnit.SECONDS));
        CompletableFuture<Void> visited = new CompletableFuture<>();
        int[] places = new int[1];
        network.tell(new NetworkCommand.VisitAll(layer -> assertEquals(++places[0], layer.place()), visited));
        assertNull(visited.get(60, TimeUnit.SECONDS));
        assertEquals(SPECIMEN.depth(), places[0]);
        KIT.stop(network, LONG);
        assertNull(downfall.get());
    }

    @Test
    void whenALayerFailsAllActorsEndAndTheAnswerIsWhy() {
        ArithmeticException cause = new ArithmeticException("test");
        // the updates of W and b at step 2 are the layer's third and fourth
        ActorRef<NetworkCommand> network = spawn(SPECIMEN.layers(Map.of(3, TamperedKernels.failing(3, cause))));
        TestProbe<Void> probe = KIT.createTestProbe(Void.class);
        CompletableFuture<Integer> answer = learn(network);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
        assertEquals("layer 3 failed at step 2: " + cause, failure.getCause().getMessage());
        assertSame(LayerFailedException.class, failure.getCause().getClass());
        assertSame(failure.getCause(), downfall.get());
        probe.expectTerminated(network, LONG);
    }

    @Test
    void mailThatItsPhaseDoesNotKnowEndsItAndSaysSo() {
        ActorRef<NetworkCommand> network = spawn(SPECIMEN.layers());
        network.tell(new NetworkCommand.Visited(2));
        KIT.createTestProbe(Void.class).expectTerminated(network, LONG);
        assertEquals(
                "the network, idle, got an unexpected Visited[place=2]",
                downfall.get().getMessage());
    }

    private ActorRef<NetworkCommand> spawn(List<Layer> layers) {
        return KIT.spawn(NetworkActor.of(SPECIMEN.parts(layers, downfall::set)));
    }

    private static CompletableFuture<Integer> learn(ActorRef<NetworkCommand> network) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        network.tell(new NetworkCommand.Learn(Specimen.pass(Purpose.LEARN, 0), 0, Watcher.NONE, answer));
        return answer;
    }
}
