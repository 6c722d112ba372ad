using System.Globalization;

namespace ProjectCycle.Web.Frame;

/// <summary>A line of a chart.</summary>
/// <param name="Label">For the legend.</param>
/// <param name="Style">Its class in the stylesheet.</param>
/// <param name="IsStepped">It stays until it changes: what happened, not what was planned.</param>
public sealed record ChartLine(string Label, string Style, IReadOnlyList<(DateOnly On, decimal Value)> Points, bool IsStepped = false);

/// <summary>Lines over time, as the numbers of an SVG picture: the page draws it without any script.</summary>
/// <param name="Lines">Those with at least one point are drawn.</param>
/// <param name="Today">Marked with a line where it lies within the picture.</param>
public sealed record LineChart(IReadOnlyList<ChartLine> Lines, DateOnly Today)
{
    public const int Width = 440;
    public const int Height = 250;
    private const int Left = 44;
    private const int Right = 12;
    private const int Top = 12;
    private const int Bottom = 30;
    private const int Ticks = 4;
    private static readonly decimal[] RoundSteps = [1, 1.5m, 2, 2.5m, 3, 4, 5, 7.5m, 10];

    private DateOnly From { get; } = Lines.SelectMany(line => line.Points).Min(point => point.On);
    private DateOnly Until { get; } = Lines.SelectMany(line => line.Points).Max(point => point.On);
    private decimal Step { get; } = RoundStep(Lines.SelectMany(line => line.Points).Max(point => point.Value) / Ticks);

    /// <summary>The right edge.</summary>
    public static int Edge => Width - Right;

    public static int PlotLeft => Left;

    public static int PlotBottom => Height - Bottom;

    public static int PlotTop => Top;

    /// <summary>Round values with their heights, from zero up.</summary>
    public IEnumerable<(decimal Value, string Y)> Values => Enumerable.Range(0, Ticks + 1).Select(i => (i * Step, Number(Y(i * Step))));

    /// <summary>First days of years, or of quarters where there are too few years, with their places.</summary>
    public IEnumerable<(DateOnly On, string X)> Dates
    {
        get
        {
            var months = Until.Year - From.Year >= 3 ? 12 : Until.DayNumber - From.DayNumber > 500 ? 6 : 3;
            var years = Math.Max(1, (Until.Year - From.Year) / 7);
            for (var day = new DateOnly(From.Year, 1, 1); day <= Until; day = day.AddMonths(months * (months == 12 ? years : 1)))
            {
                if (day >= From)
                    yield return (day, Number(X(day)));
            }
        }
    }

    /// <summary>Where today lies; null outside the picture.</summary>
    public string? TodayAt => Today >= From && Today <= Until ? Number(X(Today)) : null;

    /// <summary>The points of a line as <c>points</c> of a polyline.</summary>
    public string PathOf(ChartLine line)
    {
        var path = new List<string>();
        decimal? before = null;
        foreach (var (on, value) in line.Points)
        {
            if (line.IsStepped && before is { } level)
                path.Add($"{Number(X(on))},{Number(Y(level))}");
            path.Add($"{Number(X(on))},{Number(Y(value))}");
            before = value;
        }
        return string.Join(' ', path);
    }

    private decimal X(DateOnly on) => From == Until ? Left : Left + ((decimal)(on.DayNumber - From.DayNumber) * (Width - Left - Right) / (Until.DayNumber - From.DayNumber));

    private decimal Y(decimal value) => Height - Bottom - (value / (Step * Ticks) * (Height - Top - Bottom));

    private static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>1, 1.5, 2, 2.5, 3, 4, 5 or 7.5 times a power of ten, not below <paramref name="least"/>.</summary>
    private static decimal RoundStep(decimal least)
    {
        var power = 1m;
        while (power * 10 <= least)
            power *= 10;
        return RoundSteps.Select(times => times * power).First(step => step >= least || step == 10 * power);
    }
}
