using System.Globalization;
using System.Text;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Deadlines;

/// <summary>Writes deadlines as an iCalendar file (RFC 5545): an event of a whole day for each, with alarms at the morning's hour.</summary>
public static class DeadlineCalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Alarms of one deadline, those nearest to it: a calendar that rings nine times for each gets switched off.</summary>
    private const int MostAlarms = 3;

    /// <summary>How often calendar programs are asked to look again.</summary>
    private const string Refresh = "PT6H";

    /// <summary>The file's bytes. The same rows on the same day give the same bytes.</summary>
    public static byte[] Write(DeadlineCalendar calendar)
    {
        var words = WordsOf(calendar);
        var lines = new CalendarLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", $"-//ProjectCycle//Deadlines//{calendar.Language.ToUpperInvariant()}");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddText("NAME", NameOf(calendar, words));
        lines.AddText("X-WR-CALNAME", NameOf(calendar, words));
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", Refresh);
        lines.Add("X-PUBLISHED-TTL", Refresh);
        foreach (var entry in calendar.Entries)
            AddEvent(lines, entry, calendar, words);
        lines.Add("END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>"deadlines-JMB-1.ics"; signs that no file name bears are dashes.</summary>
    public static string FileName(DeadlineCalendar calendar)
    {
        var name = WordsOf(calendar)["File"];
        return calendar.ProjectCode is { } code ? $"{name}-{string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'))}.ics" : $"{name}.ics";
    }

    private static WorkbookTexts WordsOf(DeadlineCalendar calendar) => new(calendar.Language, "Calendar");

    private static string NameOf(DeadlineCalendar calendar, WorkbookTexts words) =>
        calendar.ProjectCode is { } code ? $"{words["Name"]}: {code}" : words[calendar.IsMine ? "NameMine" : "Name"];

    private static void AddEvent(CalendarLines lines, CalendarEntry entry, DeadlineCalendar calendar, WorkbookTexts words)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", $"{entry.Id:D}@{calendar.Host}");
        lines.Add("SEQUENCE", entry.Version.ToString(CultureInfo.InvariantCulture));
        // Of a calendar without a method the stamp is the last change too, not the moment of writing.
        lines.Add("DTSTAMP", Instant(entry.ChangedAt));
        lines.Add("LAST-MODIFIED", Instant(entry.ChangedAt));
        lines.Add("DTSTART;VALUE=DATE", Day(entry.DueOn));
        lines.Add("DTEND;VALUE=DATE", Day(entry.DueOn.AddDays(1)));
        lines.AddText("SUMMARY", SummaryOf(entry, words));
        lines.AddText("DESCRIPTION", DescriptionOf(entry, calendar, words));
        lines.Add("URL", entry.Url);
        lines.Add("STATUS", entry.IsCancelled ? "CANCELLED" : "CONFIRMED");
        lines.Add("TRANSP", "TRANSPARENT"); // a deadline does not make anybody busy
        if (entry.DoneOn is not null)
            lines.AddText("CATEGORIES", words["Done"]);
        foreach (var offset in AlarmsOf(entry))
            AddAlarm(lines, offset, SummaryOf(entry, words));
        lines.Add("END", "VEVENT");
    }

    private static string SummaryOf(CalendarEntry entry, WorkbookTexts words)
    {
        var summary = $"{entry.ProjectCode} {entry.Title}";
        if (entry.IsCancelled)
            return $"{words["Cancelled"]}: {summary}";
        return entry.DoneOn is null ? summary : $"{words["Done"]}: {summary}";
    }

    /// <summary>Days left are told with the day they were counted on, since a calendar shows them later.</summary>
    private static string DescriptionOf(CalendarEntry entry, DeadlineCalendar calendar, WorkbookTexts words)
    {
        var culture = CultureInfo.GetCultureInfo(calendar.Language);
        var lines = new List<string>
        {
            entry.ProjectName,
            $"{words["Stage"]}: {entry.Stage}",
        };
        if (entry.Responsible is { } responsible)
            lines.Add($"{words["Responsible"]}: {responsible}");
        if (entry.DoneOn is { } done)
            lines.Add($"{words["DoneOn"]}: {Date(done)}");
        if (entry.IsOpen)
        {
            var days = entry.DueOn.DayNumber - calendar.Today.DayNumber;
            lines.Add($"{words[days < 0 ? "DaysLate" : "DaysLeft"]} ({Date(calendar.Today)}): {Math.Abs(days).ToString(culture)}");
        }
        return string.Join('\n', lines);

        string Date(DateOnly day) => day.ToString("d MMM yyyy", culture);
    }

    /// <summary>The last ones before and on the day; nobody needs to be called to what is over.</summary>
    private static IEnumerable<int> AlarmsOf(CalendarEntry entry) =>
        entry.IsOpen ? entry.Offsets.Where(offset => offset >= 0).Distinct().Order().Take(MostAlarms).OrderDescending() : [];

    private static void AddAlarm(CalendarLines lines, int offset, string text)
    {
        lines.Add("BEGIN", "VALARM");
        lines.Add("ACTION", "DISPLAY");
        lines.AddText("DESCRIPTION", text);
        lines.Add("TRIGGER", TriggerOf(offset));
        lines.Add("END", "VALARM");
    }

    /// <summary>The morning's hour of the day so many days before, counted from the start of the day itself.</summary>
    private static string TriggerOf(int offset) => offset == 0
        ? string.Create(CultureInfo.InvariantCulture, $"PT{Mornings.At.Hour}H")
        : string.Create(CultureInfo.InvariantCulture, $"-P{offset - 1}DT{24 - Mornings.At.Hour}H");

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
