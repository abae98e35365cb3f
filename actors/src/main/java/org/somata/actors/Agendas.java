package org.somata.actors;

import org.somata.model.network.Heard;
import org.somata.model.network.Schedule;

/**
 * What the layers of one network go by.
 *
 * @param lockstep in which they are evaluated, and learn where nothing else is asked for
 * @param positions lockstep's clock
 * @param wall the machine's
 */
record Agendas(Tempo tempo, Schedule lockstep, Positions positions, WallClock wall) {
    Agenda ofEvaluation(int place) {
        return new LockstepAgenda(place, lockstep, positions);
    }

    /** @param evaluation the layer's agenda of evaluation, which in lockstep is that of learning too */
    Agenda ofLearning(int place, Agenda evaluation) {
        if (tempo instanceof Tempo.Planned) {
            return new PlannedAgenda(place);
        }
        return tempo instanceof Tempo.Free ? new ArrivalAgenda(wall) : evaluation;
    }

    /** What a layer has handled of learning. */
    Heard heard() {
        int presentations = tempo instanceof Tempo.Lockstep ? 1 : Heard.CLOCKLESS;
        return new Heard(presentations);
    }
}
