using System.Globalization;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Web.Language;

/// <summary>How numbers and dates are written in each language.</summary>
public static class Cultures
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = MakeEnglish();

    /// <summary>The culture of a language of the product.</summary>
    public static CultureInfo Of(string language) => Languages.OrDefault(language) == Languages.English ? English : Indonesian;

    /// <summary>The language of the present culture.</summary>
    public static string CurrentLanguage => Languages.OrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>Speaks <paramref name="language"/> until disposed of.</summary>
    public static IDisposable Use(string language)
    {
        var before = new Back(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Of(language);
        return before;
    }

    /// <summary>British, but September is "Sep" so that all months are three letters wide.</summary>
    private static CultureInfo MakeEnglish()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-GB").Clone();
        var months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
        culture.DateTimeFormat.AbbreviatedMonthNames = months;
        culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = months;
        return CultureInfo.ReadOnly(culture);
    }

    private sealed record Back(CultureInfo Culture, CultureInfo UICulture) : IDisposable
    {
        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, UICulture);
    }
}
