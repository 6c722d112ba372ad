using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Data.Reference;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Frame;

/// <summary>The options of select boxes.</summary>
public static class Choices
{
    /// <summary>Provinces, each before its regencies and cities.</summary>
    public static IEnumerable<SelectListItem> Regions() =>
        ReferenceData.Regions.Values.Select(region => new SelectListItem(ReferenceData.RegionName(region.Code), region.Code)).Prepend(Nothing());

    /// <summary>Countries by their names in the present language.</summary>
    public static IEnumerable<SelectListItem> Countries(Show show) =>
        ReferenceData.Countries.Select(country => new SelectListItem(show.Text(country.Value), country.Key))
            .OrderBy(item => item.Text, StringComparer.CurrentCulture).Prepend(Nothing());

    /// <summary>The values of an enumeration in their own order.</summary>
    public static IEnumerable<SelectListItem> Of<T>(Texts texts)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => new SelectListItem(texts.Enum(value), value.ToString()));

    /// <summary>Rows by id.</summary>
    public static IEnumerable<SelectListItem> Of(IEnumerable<Choice> rows) => rows.Select(row => new SelectListItem(row.Name, row.Id.ToString()));

    private static SelectListItem Nothing() => new("", "");
}
