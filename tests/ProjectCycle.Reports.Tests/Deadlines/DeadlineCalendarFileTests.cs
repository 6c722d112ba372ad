using System.Text;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Reports.Deadlines;

namespace ProjectCycle.Reports.Tests.Deadlines;

public sealed class DeadlineCalendarFileTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);
    private static readonly Guid Id = Guid.Parse("01a20405-6397-7aca-88f4-7e439ea5692b");

    [Fact]
    public void Write_OfAnOpenDeadline_SaysWhatACalendarNeeds() =>
        Assert.Equal(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ProjectCycle//Deadlines//EN", "CALSCALE:GREGORIAN", "NAME:Deadlines", "X-WR-CALNAME:Deadlines",
                "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
                "BEGIN:VEVENT", $"UID:{Id}@pmu.test", "SEQUENCE:3", "DTSTAMP:20260301T020304Z", "LAST-MODIFIED:20260301T020304Z",
                "DTSTART;VALUE=DATE:20260316", "DTEND;VALUE=DATE:20260317", "SUMMARY:JMB-1 Report",
                @"DESCRIPTION:Landfill\nStage: Appraisal\nResponsible: Siti\nDays left (4 Mar 2026): 12",
                "URL:https://pmu.test/projects/JMB-1/deadlines", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:JMB-1 Report", "TRIGGER:-P6DT18H", "END:VALARM",
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:JMB-1 Report", "TRIGGER:-P0DT18H", "END:VALARM",
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:JMB-1 Report", "TRIGGER:PT6H", "END:VALARM",
                "END:VEVENT", "END:VCALENDAR",
            ],
            LinesOf(Write(Entry)));

    [Fact]
    public void Write_OfADoneOne_SaysSoAndRingsNoMore()
    {
        var lines = LinesOf(Write(Entry with { DoneOn = Today }, "id"));

        Assert.Contains("SUMMARY:Selesai: JMB-1 Report", lines);
        Assert.Contains("CATEGORIES:Selesai", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains(lines, line => line.EndsWith("Selesai pada: 4 Mar 2026", StringComparison.Ordinal));
        Assert.DoesNotContain("BEGIN:VALARM", lines);
    }

    [Fact]
    public void Write_OfACancelledOne_TellsCalendarsToTakeItOut()
    {
        var lines = LinesOf(Write(Entry with { IsCancelled = true }));

        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("SUMMARY:Cancelled: JMB-1 Report", lines);
        Assert.DoesNotContain("BEGIN:VALARM", lines);
    }

    [Fact]
    public void Write_OfSignsWithAMeaning_EscapesThem()
    {
        var lines = LinesOf(Write(Entry with { Title = "a,b;c\\d\r\ne:\"f\"\u0007\uD800" }));

        Assert.Contains("""SUMMARY:JMB-1 a\,b\;c\\d\ne:"f""" + "\"\uFFFD", lines);
    }

    /// <summary>Lines of every length, with characters of one to four octets at every place.</summary>
    [Theory]
    [InlineData("Pengelolaan ")]
    [InlineData("Müllbeseitigung ÄÖÜß ")]
    [InlineData("🏗️ TPA 🚮 ")]
    [InlineData("漢字 ")]
    public void Write_OfLongTexts_FoldsAt75OctetsWithoutSplittingACharacter(string words)
    {
        for (var length = 0; length < 120; length++)
        {
            var title = new string('x', length) + string.Concat(Enumerable.Repeat(words, 20)).TrimEnd();

            var bytes = Write(Entry with { Title = title });

            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.All(text.Split("\r\n"), line => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(line));
            Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
            Assert.Contains($"SUMMARY:JMB-1 {title}", LinesOf(bytes));
        }
    }

    [Fact]
    public void Write_OfTheSameRows_GivesTheSameBytes() => Assert.Equal(Write(Entry), Write(Entry));

    [Theory]
    [InlineData(null, "id", "tenggat.ics")]
    [InlineData("JMB/1 ü", "en", "deadlines-JMB-1--.ics")]
    public void FileName_OfACalendar_IsOneThatEverySystemTakes(string? code, string language, string name) =>
        Assert.Equal(name, DeadlineCalendarFile.FileName(Calendar(language) with { ProjectCode = code }));

    private static CalendarEntry Entry { get; } = new()
    {
        Id = Id,
        Version = 3,
        ChangedAt = new DateTime(2026, 3, 1, 2, 3, 4, DateTimeKind.Utc),
        ProjectCode = "JMB-1",
        ProjectName = "Landfill",
        Title = "Report",
        Stage = "Appraisal",
        Responsible = "Siti",
        DueOn = Today.AddDays(12),
        Offsets = Deadline.DefaultOffsets,
        Url = "https://pmu.test/projects/JMB-1/deadlines",
    };

    private static byte[] Write(CalendarEntry entry, string language = "en") => DeadlineCalendarFile.Write(Calendar(language) with { Entries = [entry] });

    private static DeadlineCalendar Calendar(string language) =>
        new() { Language = language, IsMine = false, Host = "pmu.test", Today = Today, Entries = [] };

    /// <summary>Lines as they were before folding.</summary>
    private static string[] LinesOf(byte[] file) =>
        Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
