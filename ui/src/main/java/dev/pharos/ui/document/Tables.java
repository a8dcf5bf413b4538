package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The tables of a text: rows that follow each other, whose cells are kept apart by tabs.
final class Tables {
    private static final int LOOKED_AT = 300;
    private static final int LONGEST = 36;
    private static final int SHORTEST = 8;
    private static final int MOST_COLUMNS = 9;
    private static final double[] WHOLE = {1};

    private final @Nullable Document document;
    private final NavigableMap<Integer, Run> runs = new TreeMap<>();

    Tables(@Nullable Document document) {
        this.document = document;
    }

    /// Rows that follow each other.
    ///
    /// @param end index of the block behind the last one
    private record Run(int end, double[] weights) {}

    /// A cell of a row: offsets into the whole text.
    record Cell(int start, int end) {}

    /// The cells of a block, which is one cell where it is no row of a table.
    ///
    /// @param columns as many as [#weights] has; the last one takes all that is left
    static List<Cell> cells(Document document, Block block, int columns) {
        if (columns == 1) {
            return List.of(new Cell(block.start(), block.end()));
        }
        var cells = new ArrayList<Cell>();
        int start = block.start();
        for (int i = block.start(); i < block.end(); i++) {
            if (document.text().charAt(i) == '\t' && cells.size() < columns - 1) {
                cells.add(new Cell(start, i));
                start = i + 1;
            }
        }
        cells.add(new Cell(start, block.end()));
        return cells;
    }

    /// How wide the columns are in the row at an index, in proportion to each other; one where it
    /// is no row of a table, or the table is too wide for columns.
    double[] weights(int index) {
        if (document == null || document.blocks().get(index).kind() != Block.Kind.TABLE_ROW) {
            return WHOLE;
        }
        var known = runs.floorEntry(index);
        if (known != null && index < known.getValue().end()) {
            return known.getValue().weights();
        }
        int first = index;
        while (first > 0 && row(document, first - 1)) {
            first--;
        }
        int end = index;
        while (end < document.blocks().size() && row(document, end)) {
            end++;
        }
        var run = new Run(end, measured(document, first, Math.min(end, first + LOOKED_AT)));
        runs.put(first, run);
        return run.weights();
    }

    private static boolean row(Document document, int index) {
        return document.blocks().get(index).kind() == Block.Kind.TABLE_ROW;
    }

    private static double[] measured(Document document, int first, int end) {
        var longest = new ArrayList<Double>();
        for (int i = first; i < end; i++) {
            var cells = cells(document, document.blocks().get(i), Integer.MAX_VALUE);
            for (int column = 0; column < cells.size(); column++) {
                var cell = cells.get(column);
                double length = Math.clamp(cell.end() - cell.start() + 2, SHORTEST, LONGEST);
                if (column == longest.size()) {
                    longest.add(length);
                } else {
                    longest.set(column, Math.max(longest.get(column), length));
                }
            }
        }
        return longest.size() > MOST_COLUMNS
                ? WHOLE
                : longest.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
