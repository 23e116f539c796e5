using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Reporting;

public sealed class HistoryFileTests : IDisposable
{
    private const string Hostile = "own</title>,\"<script>&";

    private readonly string _directory = Directory.CreateTempSubdirectory("history").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void The_csv_holds_every_value_exactly()
    {
        History history = Fitted();
        string path = Path.Combine(_directory, "history.csv");
        history.SaveCsv(path);
        Assert.Equal(history.ToCsv(), File.ReadAllText(path));
        string[] lines = File.ReadAllText(path).Split("\r\n");
        Assert.Equal("epoch,loss,penalty,accuracy,val_loss,val_accuracy,learning_rate,\"own</title>,\"\"<script>&\"", lines[0]);
        Assert.Equal(6, lines.Length);
        string[] last = lines[4].Split(',');
        Assert.Equal("3", last[0]);
        Assert.Equal(history["loss"][3], double.Parse(last[1], CultureInfo.InvariantCulture));
        Assert.Equal("NaN", lines[1].Split(',')[7]);
    }

    [Fact]
    public void The_page_is_whole_in_itself_and_its_curves_are_the_columns()
    {
        History history = Fitted();
        string path = Path.Combine(_directory, "history.html");
        history.SaveHtml(path, Hostile);
        string page = File.ReadAllText(path);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NaN ", page[..page.IndexOf("<table>", StringComparison.Ordinal)], StringComparison.Ordinal);

        XElement html = XElement.Parse(page.Replace("<!DOCTYPE html>", ""));
        Assert.Equal(Hostile, html.Descendants("h1").Single().Value);
        XElement[] charts = [.. html.Descendants("svg").Where(chart => chart.Attribute("class")!.Value == "linear")];
        Assert.Equal(["loss", "penalty", "accuracy", Hostile, "learning_rate"], charts.Select(chart => chart.Element("title")!.Value));
        Assert.Equal([2, 1, 2, 1, 1], charts.Select(chart => chart.Elements("polyline").Count()));

        // The first value is at the left, and the smallest one at the bottom.
        IReadOnlyList<double> losses = history["loss"];
        (double X, double Y)[] points = [.. charts[0].Elements("polyline").First().Attribute("points")!.Value.Split(' ').Select(Point)];
        Assert.Equal(4, points.Length);
        Assert.Equal(points.OrderBy(point => point.X), points);
        Assert.Equal(losses.Select((loss, i) => (loss, i)).OrderBy(pair => pair.loss).Select(pair => pair.i),
            points.Select((point, i) => (point.Y, i)).OrderByDescending(pair => pair.Y).Select(pair => pair.i));
        Assert.Equal(5, html.Descendants("tr").Count());

        // Of what is positive and changes much there is a logarithmic chart, too; names stand in the text, where long ones are wrapped.
        Assert.Equal([Hostile], html.Descendants("svg")
            .Where(chart => chart.Attribute("class")!.Value == "logarithmic").Select(chart => chart.Element("title")!.Value)
            .Except(["loss", "penalty", "accuracy"]));
        Assert.Equal(["loss", "val_loss"], html.Descendants("figcaption").First().Elements("span").Select(span => span.Value));
        Assert.All(html.Descendants("svg"), chart => Assert.Null(chart.Attribute("width")));
    }

    [Fact]
    public void Numbers_in_the_table_are_rounded_and_without_capitals()
    {
        History history = new();
        history.Add(0, [new LogEntry("learning_rate", 0.000100000005f), new LogEntry("loss", 4420.5), new LogEntry("count", 12345678)]);
        string path = Path.Combine(_directory, "history.html");
        history.SaveHtml(path);
        string page = File.ReadAllText(path);
        Assert.Contains("<td>0.0001</td><td>4420.5</td><td>1.23457e+07</td>", page, StringComparison.Ordinal);
    }

    private static (double X, double Y) Point(string text)
    {
        string[] parts = text.Split(',');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static History Fitted() => new PointNet().Fit(Samples.Points(30), new FitOptions
    {
        Epochs = 4, BatchSize = 4, Verbose = Verbose.Silent, ValidationData = Samples.Points(9, seed: 2),
        Callbacks = [new LambdaCallback(onEpochEnd: (epoch, logs) =>
        {
            if (epoch > 0)
            {
                logs[Hostile] = epoch;
            }
        })],
    });
}
