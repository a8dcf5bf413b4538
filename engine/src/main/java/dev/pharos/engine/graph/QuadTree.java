package dev.pharos.engine.graph;

import java.util.Arrays;

/// Masses in the plane, gathered in squares of squares, so that what is far away pushes as one
/// (Barnes and Hut, 1986). Used again and again without new memory. One thread at a time.
final class QuadTree {
    private static final int CHILDREN = 4;
    private static final int DEEPEST = 40;
    private static final int NONE = -1;
    private static final int MANY = -2;

    /// A square that is seen at a smaller angle than this counts as one mass.
    private static final double ANGLE = 1.1;

    private double[] middleX = new double[0];
    private double[] middleY = new double[0];
    private double[] mass = new double[0];
    private double[] side = new double[0];
    private double[] left = new double[0];
    private double[] top = new double[0];
    private int[] firstChild = new int[0];
    private int[] body = new int[0];
    private final int[] waiting = new int[CHILDREN * DEEPEST * 2];
    private int cells;

    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] weight = new double[0];

    /// What pushes a body, as the last call of [#push] found it.
    double forceX;

    double forceY;

    void build(double[] bodyX, double[] bodyY, double[] bodyMass) {
        x = bodyX;
        y = bodyY;
        weight = bodyMass;
        double minX = Arrays.stream(x).min().orElse(0);
        double minY = Arrays.stream(y).min().orElse(0);
        double size =
                Math.max(
                        Arrays.stream(x).max().orElse(0) - minX,
                        Arrays.stream(y).max().orElse(0) - minY);
        cells = 0;
        cell(minX, minY, size + 1);
        for (int i = 0; i < x.length; i++) {
            insert(i);
        }
    }

    private int cell(double cellLeft, double cellTop, double cellSide) {
        if (cells == mass.length) {
            int more = Math.max(256, 2 * cells);
            middleX = Arrays.copyOf(middleX, more);
            middleY = Arrays.copyOf(middleY, more);
            mass = Arrays.copyOf(mass, more);
            side = Arrays.copyOf(side, more);
            left = Arrays.copyOf(left, more);
            top = Arrays.copyOf(top, more);
            firstChild = Arrays.copyOf(firstChild, more);
            body = Arrays.copyOf(body, more);
        }
        int cell = cells++;
        middleX[cell] = 0;
        middleY[cell] = 0;
        mass[cell] = 0;
        side[cell] = cellSide;
        left[cell] = cellLeft;
        top[cell] = cellTop;
        firstChild[cell] = NONE;
        body[cell] = NONE;
        return cell;
    }

    private void insert(int which) {
        int cell = 0;
        for (int depth = 0; ; depth++) {
            add(cell, which);
            if (firstChild[cell] != NONE) {
                cell = childOf(cell, which);
            } else if (body[cell] == NONE) {
                body[cell] = which;
                return;
            } else if (depth == DEEPEST) {
                body[cell] = MANY;
                return;
            } else {
                int before = body[cell];
                divide(cell);
                int child = childOf(cell, before);
                add(child, before);
                body[child] = before;
                cell = childOf(cell, which);
            }
        }
    }

    private void add(int cell, int which) {
        double sum = mass[cell] + weight[which];
        middleX[cell] += (x[which] - middleX[cell]) * weight[which] / sum;
        middleY[cell] += (y[which] - middleY[cell]) * weight[which] / sum;
        mass[cell] = sum;
    }

    private void divide(int cell) {
        double half = side[cell] / 2;
        int first = cells;
        for (int i = 0; i < CHILDREN; i++) {
            cell(left[cell] + (i & 1) * half, top[cell] + (i >> 1) * half, half);
        }
        firstChild[cell] = first;
        body[cell] = NONE;
    }

    private int childOf(int cell, int which) {
        double half = side[cell] / 2;
        int right = x[which] >= left[cell] + half ? 1 : 0;
        int below = y[which] >= top[cell] + half ? 2 : 0;
        return firstChild[cell] + right + below;
    }

    /// How all others push a body away: with the product of the masses, the less the farther.
    void push(int which) {
        forceX = 0;
        forceY = 0;
        int count = 0;
        waiting[count++] = 0;
        while (count > 0) {
            int cell = waiting[--count];
            if (mass[cell] == 0 || body[cell] == which) {
                continue;
            }
            double dx = x[which] - middleX[cell];
            double dy = y[which] - middleY[cell];
            double square = dx * dx + dy * dy;
            boolean far = side[cell] * side[cell] < ANGLE * ANGLE * square;
            if (far || firstChild[cell] == NONE) {
                double factor = weight[which] * mass[cell] / Math.max(square, 0.01);
                forceX += dx * factor;
                forceY += dy * factor;
            } else {
                for (int i = 0; i < CHILDREN; i++) {
                    waiting[count++] = firstChild[cell] + i;
                }
            }
        }
    }
}
