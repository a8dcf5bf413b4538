package dev.pharos.ui.batch;

import dev.pharos.engine.batch.BatchItem.Step;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;

/// The pictures of the states of a step, and their colours.
final class StepIcons {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private StepIcons() {}

    static Ikon of(Step.State state) {
        return switch (state) {
            case WAITING -> Material2MZ.RADIO_BUTTON_UNCHECKED;
            case RUNNING -> Material2MZ.RADIO_BUTTON_CHECKED;
            case DONE -> Material2AL.CHECK_CIRCLE;
            case LEFT_OUT -> Material2MZ.REMOVE_CIRCLE_OUTLINE;
            case FAILED -> Material2AL.ERROR;
            case CANCELLED -> Material2AL.BLOCK;
        };
    }

    static void colour(Node node, Step.State state) {
        node.pseudoClassStateChanged(DONE, state == Step.State.DONE);
        node.pseudoClassStateChanged(NOW, state == Step.State.RUNNING);
        node.pseudoClassStateChanged(FAILED, state == Step.State.FAILED);
    }

    /// Those that there are for this source: what nobody wished for is not shown.
    static List<Step> shown(List<Step> all) {
        return all.stream().filter(each -> each.state() != Step.State.LEFT_OUT).toList();
    }
}
