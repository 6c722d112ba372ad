using System.Globalization;

namespace ProjectCycle.Domain;

/// <summary>Dates as files, links and date fields write them: 2026-11-22.</summary>
public static class IsoDate
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The date in this form.</summary>
    public static string Iso(this DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The date in this form; null for none.</summary>
    public static string? Iso(this DateOnly? date) => date?.Iso();

    /// <summary>The date that <paramref name="text"/> names; null when it names none.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
