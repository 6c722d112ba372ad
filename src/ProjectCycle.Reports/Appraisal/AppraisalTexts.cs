using System.Globalization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Money;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Appraisal;

/// <summary>The words of an appraisal document, in its language.</summary>
internal sealed class AppraisalTexts(string language)
{
    private const string None = "–";
    private readonly WorkbookTexts _words = new(language, "Appraisal");
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string this[string key] => _words[key];

    public string this[string key, params object[] args] => string.Format(_culture, _words[key], args);

    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        _words.Of<TEnum>(value)!;

    public string Number(int number) => number.ToString("N0", _culture);

    public string Date(DateOnly? date) => date?.ToString("d MMM yyyy", _culture) ?? None;

    public string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", _culture);

    public string Period(DateOnly? from, DateOnly? to) => from is null && to is null ? None : $"{(from is null ? "" : Date(from))} – {(to is null ? "" : Date(to))}".Trim();

    /// <summary>"EUR 13,400,000.00"; the space does not break.</summary>
    public string Money(Money? money) => money is { } some ? $"{some.Currency.Code}\u00a0{Amount(some)}" : None;

    public string Amount(Money money) => money.Amount.ToString($"N{money.Currency.ShownDecimals}", _culture);

    /// <summary>"High (4 × 5 = 20)".</summary>
    public string Weight(ProjectRisk risk) => $"{Of(risk.Level)} ({Number(risk.Likelihood)}\u00a0×\u00a0{Number(risk.Impact)}\u00a0=\u00a0{Number(risk.Score)})";

    /// <summary>A dash where nothing is known.</summary>
    public static string OrNone(string? text) => string.IsNullOrEmpty(text) ? None : text;
}
