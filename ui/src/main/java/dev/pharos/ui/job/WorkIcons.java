package dev.pharos.ui.job;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The pictures of long work: while it goes on what it is, then what became of it.
final class WorkIcons {

    private WorkIcons() {}

    static Ikon of(LongWork work) {
        return switch (work.state()) {
            case WAITING -> Material2AL.HOURGLASS_EMPTY;
            case RUNNING -> of(work.kind());
            case PAUSED -> Material2MZ.PAUSE_CIRCLE_OUTLINE;
            case DONE ->
                    work.stand().trouble() == null
                            ? Material2AL.CHECK_CIRCLE_OUTLINE
                            : Material2AL.INFO;
            case FAILED -> Material2AL.ERROR_OUTLINE;
            case CANCELLED -> Material2AL.BLOCK;
        };
    }

    private static Ikon of(LongWork.Kind kind) {
        return switch (kind) {
            case TRANSCRIPTION -> Material2AL.GRAPHIC_EQ;
            case NOTE -> Material2MZ.NOTE_ADD;
            case IMPORT -> Material2MZ.MOVE_TO_INBOX;
            case INDEX -> Material2AL.FIND_IN_PAGE;
            case MEANING -> Material2AL.BUBBLE_CHART;
            case CHANGE -> Material2MZ.SWAP_HORIZ;
            case DOWNLOAD -> Material2AL.CLOUD_DOWNLOAD;
            case EXPORT -> Material2MZ.SAVE_ALT;
            case MIRROR -> Material2MZ.SYNC;
            case SOURCES -> Material2AL.EDIT;
        };
    }
}
