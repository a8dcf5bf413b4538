package dev.pharos.ui.note;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;

import dev.pharos.ui.note.NoteBlock.Where;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the tables of a note. For every thread.
final class NoteTables {
    private static final int ROWS = 40;

    private NoteTables() {}

    /// @param offset of the parsed text in the note
    static List<NoteBlock> of(TableBlock table, Where where, int offset) {
        var rows = new ArrayList<List<List<Run>>>();
        var sides = new ArrayList<NoteBlock.Table.Side>();
        for (var part : table.getChildren()) {
            if (!(part instanceof TableSeparator)) {
                for (var row : part.getChildren()) {
                    if (row instanceof TableRow) {
                        rows.add(cells(row).map(cell -> cell(cell, offset)).toList());
                        cells(row).skip(sides.size()).map(NoteTables::side).forEach(sides::add);
                    }
                }
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        rows.replaceAll(row -> {
            var wide = new ArrayList<>(row);
            while (wide.size() < width) {
                wide.add(List.of());
            }
            return List.copyOf(wide);
        });
        return shown(where, rows, sides);
    }

    /// A long table comes in several, each with the headings.
    private static List<NoteBlock> shown(
            Where where, List<List<List<Run>>> rows, List<NoteBlock.Table.Side> sides) {
        var blocks = new ArrayList<NoteBlock>();
        for (int from = 1; from == 1 || from < rows.size(); from += ROWS) {
            var some = new ArrayList<>(rows.subList(0, Math.min(1, rows.size())));
            if (from < rows.size()) {
                some.addAll(rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
            blocks.add(new NoteBlock.Table(where, List.copyOf(some), List.copyOf(sides)));
        }
        return blocks;
    }

    private static Stream<TableCell> cells(Node row) {
        return StreamSupport.stream(row.getChildren().spliterator(), false)
                .filter(TableCell.class::isInstance)
                .map(TableCell.class::cast);
    }

    private static NoteBlock.Table.Side side(TableCell cell) {
        return switch (cell.getAlignment()) {
            case CENTER -> NoteBlock.Table.Side.CENTER;
            case RIGHT -> NoteBlock.Table.Side.END;
            case LEFT -> NoteBlock.Table.Side.START;
            case null -> NoteBlock.Table.Side.START;
        };
    }

    /// Its first words, where they are very many.
    private static List<Run> cell(Node cell, int offset) {
        var parts = Inlines.of(cell, offset);
        var runs = new ArrayList<>(parts.getFirst().runs());
        if (parts.size() > 1) {
            runs.add(new Run("…", Set.of(), null));
        }
        return List.copyOf(runs);
    }
}
