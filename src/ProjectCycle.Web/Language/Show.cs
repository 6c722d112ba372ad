using System.Globalization;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Web.Language;

/// <summary>How values are written on screen, in the language and zone of the person who looks. Nothing known is a dash.</summary>
public sealed class Show(Viewer viewer)
{
    public const string Nothing = "–";

    /// <summary>"30 Sep 2026".</summary>
    public string Date(DateOnly? date) => date?.ToString("d MMM yyyy", CultureInfo.CurrentCulture) ?? Nothing;

    /// <summary>"1 Aug 2027 – 31 Jul 2029", or "from 1 Aug 2027" and "until 31 Jul 2029" where one end is open.</summary>
    public string Period(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => Nothing,
        (_, null) => Texts.Find("dates.from").Replace("{0}", Date(from), StringComparison.Ordinal),
        (null, _) => Texts.Find("dates.until").Replace("{0}", Date(until), StringComparison.Ordinal),
        _ => $"{Date(from)} – {Date(until)}",
    };

    /// <summary>"30 September 2026", for headings and letters.</summary>
    public string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"Sunday, 22 November 2026".</summary>
    public string LongDay(DateOnly date) => date.ToString("dddd, d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"30 Sep 2026 14:05 WIB" for an instant (UTC), by the clock of the person's unit.</summary>
    public string Instant(DateTime? utc) => utc is { } at
        ? $"{Date(DateOnly.FromDateTime(viewer.Zone.LocalTime(at)))} {Clock(at)}"
        : Nothing;

    /// <summary>"14:05 WIB".</summary>
    public string Clock(DateTime utc) =>
        $"{viewer.Zone.LocalTime(utc).ToString("HH:mm", CultureInfo.InvariantCulture)} {viewer.Zone.ToString().ToUpperInvariant()}";

    /// <summary>"in 12 days", "today", "3 days late".</summary>
    public string Days(int fromToday) => fromToday switch
    {
        0 => Texts.Find("days.today"),
        1 => Texts.Find("days.tomorrow"),
        -1 => Texts.Find("days.late.one"),
        > 0 => Fill("days.in", fromToday),
        _ => Fill("days.late.other", -fromToday),
    };

    private string Fill(string key, int number) => Texts.Find(key).Replace("{0}", Number(number), StringComparison.Ordinal);

    /// <summary>"1,234" or "1.234".</summary>
    public string Number(long? number) => number?.ToString("N0", CultureInfo.CurrentCulture) ?? Nothing;

    /// <summary>A share between 0 and 1 as "37%".</summary>
    public string Percent(decimal? share) => share is { } part ? $"{Math.Round(part * 100, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture)}%" : Nothing;

    /// <summary>A share as it was agreed, "87.5%": to the last of its decimals.</summary>
    public string AgreedShare(decimal share) => $"{(share * 100).ToString("#,0.####", CultureInfo.CurrentCulture)}%";

    /// <summary>A rate to the last of its decimals.</summary>
    public string Rate(decimal rate) => rate.ToString("#,0.##########", CultureInfo.CurrentCulture);

    /// <summary>A share of money, time or work with one decimal, "46.7%"; what cannot be said is said so.</summary>
    public string Share(decimal? share) => share is { } part
        ? $"{Math.Round(part * 100, 1, MidpointRounding.AwayFromZero).ToString("N1", CultureInfo.CurrentCulture)}%"
        : Texts.Find("money.na");

    /// <summary>A difference of shares in percentage points, "-14.7 pp".</summary>
    public string Points(decimal? difference) => difference is { } points
        ? $"{Math.Round(points * 100, 1, MidpointRounding.AwayFromZero).ToString("+#,0.0;-#,0.0;0.0", CultureInfo.CurrentCulture)}\u00a0pp"
        : Texts.Find("money.na");

    /// <summary>"EUR 13,400,000.00"; rupiah without decimals. The space does not break.</summary>
    public string Money(Money? money) => money is { } some ? $"{some.Currency.Code}\u00a0{Amount(some)}" : Nothing;

    /// <summary>The amount alone, for columns that have the currency in their head.</summary>
    public string Amount(Money? money) => money is { } some
        ? some.Amount.ToString($"N{some.Currency.ShownDecimals}", CultureInfo.CurrentCulture)
        : Nothing;

    /// <summary>"812 B", "14 KB", "2.3 MB".</summary>
    public string FileSize(long bytes) => bytes switch
    {
        < 1024 => $"{Number(bytes)}\u00a0B",
        < 1024 * 1024 => $"{Number(bytes / 1024)}\u00a0KB",
        _ => $"{(bytes / 1024m / 1024m).ToString("N1", CultureInfo.CurrentCulture)}\u00a0MB",
    };

    /// <summary>A text in the viewer's language.</summary>
    public string Text(LocalText? text) => text?.In(Cultures.CurrentLanguage) ?? "";

    /// <summary>A country by its ISO code; international organisations have none.</summary>
    public string Country(string code) => ReferenceData.Countries.TryGetValue(code, out var name) ? Text(name) : Texts.Find("partners.international");

    /// <summary>Anything that may stand in a placeholder.</summary>
    public object? Any(object? value) => value switch
    {
        DateOnly date => Date(date),
        DateTime instant => Instant(instant),
        DateTimeOffset instant => Instant(instant.UtcDateTime),
        LocalText text => Text(text),
        Money money => Money(money),
        int number => Number(number),
        long number => Number(number),
        Enum code => Texts.Find(Texts.KeyOf(code)),
        IEnumerable<WorkPart> parts => string.Join(", ", parts.Select(part => Texts.Find($"work.{part.Code}"))),
        _ => value,
    };
}
