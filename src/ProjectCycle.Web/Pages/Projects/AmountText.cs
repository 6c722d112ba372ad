using System.Globalization;
using System.Text.RegularExpressions;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>
/// Reads an amount as people type it: first by the rules of their language, then by those of spreadsheets ("1234.5"). Separators
/// must stand where they belong, since 1.500 is one and a half to some and fifteen hundred to others.
/// </summary>
public static class AmountText
{
    /// <summary>The money, or what is wrong with it; refusals name the fields "Amount" and "Currency".</summary>
    public static Outcome<Money> Read(string amount, string currency)
    {
        var code = currency.Trim().ToUpperInvariant();
        if (Currencies.Find(code) is not { } known)
            return code.Length == 0 ? new Refusal("required", "Currency") : new Refusal("unknown-currency", "Currency", code);
        if (Plain(amount) is not { } plain)
            return new Refusal("bad-number", "Amount");
        var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return decimals <= known.MinorUnit && Number(plain) is { } value && Money.From(value, known) is { } money
            ? money
            : new Refusal("bad-amount", "Amount", known.Code, known.MinorUnit);
    }

    /// <summary>As an input shows it, so that it reads back as the same amount.</summary>
    public static string Write(Money money) =>
        money.Amount.ToString(money.MinorUnits % money.Currency.Scale == 0 ? "N0" : $"N{money.Currency.MinorUnit}", CultureInfo.CurrentCulture);

    /// <summary>The number that <paramref name="text"/> says; null when it says none.</summary>
    public static decimal? ReadNumber(string text)
    {
        var typed = text.Trim();
        var isNegative = typed.StartsWith('-');
        return Plain(isNegative ? typed[1..] : typed) is { } plain && Number(plain) is { } number ? (isNegative ? -number : number) : null;
    }

    private static decimal? Number(string plain) =>
        decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Plain(string text) => Plain(text, CultureInfo.CurrentCulture.NumberFormat) ?? Plain(text, NumberFormatInfo.InvariantInfo);

    /// <summary>Digits with at most a point, or null when separators stand elsewhere than <paramref name="format"/> puts them.</summary>
    private static string? Plain(string text, NumberFormatInfo format)
    {
        var typed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var (group, point) = (Regex.Escape(format.NumberGroupSeparator), Regex.Escape(format.NumberDecimalSeparator));
        return Regex.IsMatch(typed, $"^([0-9]{{1,3}}({group}[0-9]{{3}})+|[0-9]+)({point}[0-9]+)?$")
            ? typed.Replace(format.NumberGroupSeparator, "", StringComparison.Ordinal).Replace(format.NumberDecimalSeparator, ".", StringComparison.Ordinal)
            : null;
    }
}
