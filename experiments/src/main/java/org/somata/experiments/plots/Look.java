package org.somata.experiments.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** What all charts have in common: size, letters, colours, a legend on the right. */
final class Look {
    static {
        // there need be no screen; a program that has one and draws on it has said so before
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    static final BasicStroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 3}, 0);

    private static final int WIDTH = 900;
    private static final int HEIGHT = 540;
    /** Pixels to a point, for screens and prints that show them. */
    private static final int SCALE = 2;

    private static final Color INK = new Color(0x222222);
    private static final Color GRID = new Color(0xe4e4e4);

    private Look() {}

    /** A chart without curves. */
    static XYChart chart(String title, String across, String up) {
        XYChart chart = new XYChart(WIDTH, HEIGHT);
        chart.setTitle(title);
        chart.setXAxisTitle(across);
        chart.setYAxisTitle(up);
        style(chart.getStyler(), title);
        return chart;
    }

    private static void style(XYStyler style, String title) {
        Font font = Letters.plain();
        style.setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setChartFontColor(INK);
        style.setAxisTickLabelsColor(INK);
        style.setAxisTickMarksColor(INK);
        style.setChartTitleFont(Letters.title(title, WIDTH - 60));
        style.setChartTitleBoxVisible(false);
        style.setAxisTitleFont(font.deriveFont(15f));
        style.setAxisTickLabelsFont(font);
        style.setLegendFont(font);
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setLegendBorderColor(Color.WHITE);
        style.setLegendBackgroundColor(Color.WHITE);
        style.setLegendPadding(12);
        style.setLegendSeriesLineLength(30);
        style.setChartTitlePadding(12);
        style.setChartPadding(16);
        style.setPlotMargin(0);
        style.setPlotContentSize(0.985);
        style.setMarkerSize(6);
    }

    /** The chart as it is to be printed. */
    static BufferedImage picture(XYChart chart) {
        BufferedImage picture = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.scale(SCALE, SCALE);
            chart.paint(pen, WIDTH, HEIGHT);
        } finally {
            pen.dispose();
        }
        return picture;
    }
}
