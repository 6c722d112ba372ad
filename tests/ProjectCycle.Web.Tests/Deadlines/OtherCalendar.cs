using System.Diagnostics;
using System.Text.Json;

namespace ProjectCycle.Web.Tests.Deadlines;

/// <summary>An event as another program understood it.</summary>
public sealed record ReadEvent(
    string Uid, int Sequence, string Start, string End, string Summary, string Description, string Url, string Status, string Stamp, string Modified, string[] Alarms);

/// <summary>A calendar as another program understood it.</summary>
/// <param name="Errors">What it complained about.</param>
public sealed record ReadCalendar(string Name, ReadEvent[] Events, string[] Errors);

/// <summary>Reads calendars with Python's icalendar, which shares no line with what wrote them.</summary>
internal static class OtherCalendar
{
    private const string Script = """
        import sys, json, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        errors = [str(e) for component in calendar.walk() for e in component.errors]
        events = [{
            'Uid': str(e['UID']), 'Sequence': int(e['SEQUENCE']), 'Start': e.decoded('DTSTART').isoformat(), 'End': e.decoded('DTEND').isoformat(),
            'Summary': str(e['SUMMARY']), 'Description': str(e['DESCRIPTION']), 'Url': str(e['URL']), 'Status': str(e['STATUS']),
            'Stamp': e.decoded('DTSTAMP').isoformat(), 'Modified': e.decoded('LAST-MODIFIED').isoformat(),
            'Alarms': [str(a.decoded('TRIGGER').total_seconds() / 3600) for a in e.walk('VALARM')],
        } for e in calendar.walk('VEVENT')]
        json.dump({'Name': str(calendar['X-WR-CALNAME']), 'Events': events, 'Errors': errors}, sys.stdout)
        """;

    public static async Task<ReadCalendar> ReadAsync(byte[] file)
    {
        using var process = Process.Start(new ProcessStartInfo(FactWithIcalendarAttribute.Python, ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.BaseStream.WriteAsync(file);
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync();
        var json = await process.StandardOutput.ReadToEndAsync();
        Assert.True(json.Length > 0, $"icalendar did not take it: {await said}");
        return JsonSerializer.Deserialize<ReadCalendar>(json)!;
    }
}
