using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>The dates of one project that its deadlines are counted from, as far as they are known.</summary>
public sealed class DateBook
{
    /// <summary>The day the project entered the stage in which the rule stands.</summary>
    public const string Entry = "entry";

    /// <summary>The day the agreement was signed that the project runs under.</summary>
    public const string AgreementSignedOn = "agreement-signed-on";

    private const string DuePrefix = "due:";
    private const string DonePrefix = "done:";

    private readonly Dictionary<string, DateOnly> _dates;

    /// <param name="dates">By the names of <see cref="Dates"/>.</param>
    public DateBook(IEnumerable<KeyValuePair<string, DateOnly>> dates) => _dates = new(dates);

    /// <summary>The dates of a project and of its agreement; a rule may also name <see cref="Entry"/>, <see cref="Due"/> and <see cref="Done"/>.</summary>
    public static IReadOnlyList<string> Dates { get; } = [.. ProjectFields.Dates, AgreementSignedOn];

    /// <summary>The day on which the deadline of another rule is due.</summary>
    public static string Due(string rule) => DuePrefix + rule;

    /// <summary>The day on which the deadline of another rule was met.</summary>
    public static string Done(string rule) => DonePrefix + rule;

    /// <summary>The rule whose deadline <paramref name="name"/> stands for; null for a date.</summary>
    public static string? RuleIn(string name) =>
        new[] { DuePrefix, DonePrefix }.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => name[prefix.Length..]).FirstOrDefault();

    /// <summary>True for the day a deadline was met rather than due.</summary>
    public static bool IsDone(string name) => name.StartsWith(DonePrefix, StringComparison.Ordinal);

    /// <summary>The date of that name; null while it is not known.</summary>
    public DateOnly? On(string name) => _dates.TryGetValue(name, out var date) ? date : null;

    /// <summary>Enters a date, or takes it out.</summary>
    public void Set(string name, DateOnly? date)
    {
        if (date is { } day)
            _dates[name] = day;
        else
            _dates.Remove(name);
    }
}
