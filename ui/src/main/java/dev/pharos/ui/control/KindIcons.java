package dev.pharos.ui.control;

import dev.pharos.engine.library.SourceKind;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The picture of each kind of source.
public final class KindIcons {

    private KindIcons() {}

    public static Ikon of(SourceKind kind) {
        return switch (kind) {
            case PDF -> Material2MZ.PICTURE_AS_PDF;
            case DOCUMENT -> Material2AL.ARTICLE;
            case PRESENTATION -> Material2MZ.SLIDESHOW;
            case SPREADSHEET -> Material2MZ.TABLE_CHART;
            case BOOK -> Material2MZ.MENU_BOOK;
            case WEBPAGE -> Material2AL.LANGUAGE;
            case NOTE -> Material2MZ.NOTES;
            case TEXT -> Material2AL.DESCRIPTION;
            case MAIL -> Material2AL.EMAIL;
            case RECORDING -> Material2AL.GRAPHIC_EQ;
        };
    }
}
