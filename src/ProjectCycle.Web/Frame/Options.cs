using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Frame;

/// <summary>The choices of select boxes.</summary>
public static class Options
{
    /// <summary>
    /// Choices as they stand in the page, for filters with hundreds of them: a tenth of the work of <c>asp-items</c>,
    /// which builds every one as a tag of its own.
    /// </summary>
    public static IHtmlContent Html(IEnumerable<SelectListItem> items, object? chosen)
    {
        var html = new StringBuilder();
        var value = chosen?.ToString() ?? "";
        foreach (var group in items.GroupBy(item => item.Group))
        {
            if (group.Key is not null)
                html.Append("<optgroup label=\"").Append(HtmlEncoder.Default.Encode(group.Key.Name)).Append("\">");
            foreach (var item in group)
            {
                html.Append("<option value=\"").Append(HtmlEncoder.Default.Encode(item.Value)).Append(item.Value == value ? "\" selected>" : "\">")
                    .Append(HtmlEncoder.Default.Encode(item.Text)).Append("</option>");
            }
            if (group.Key is not null)
                html.Append("</optgroup>");
        }
        return new HtmlString(html.ToString());
    }

    /// <summary>With <paramref name="blank"/> as the word for no choice.</summary>
    public static IEnumerable<SelectListItem> Of(IEnumerable<Choice> choices, string blank) =>
        choices.Select(choice => new SelectListItem(choice.Name, choice.Id.ToString())).Prepend(new SelectListItem(blank, ""));

    public static IEnumerable<SelectListItem> Templates(IEnumerable<CycleTemplate> templates, Show show, string blank) =>
        templates.Select(template => new SelectListItem(show.Text(template.Name), template.Id)).Prepend(new SelectListItem(blank, ""));

    public static IEnumerable<SelectListItem> States(Texts texts, string blank) =>
        StateCodes.All.Select(state => new SelectListItem(texts.Code("state", state), state)).Prepend(new SelectListItem(blank, ""));

    /// <summary>Provinces as groups, each with itself first and then its regencies and cities.</summary>
    public static IEnumerable<SelectListItem> Regions(string blank)
    {
        var groups = ReferenceData.Regions.Values.GroupBy(region => region.Province).OrderBy(group => group.Min(region => region.Code), StringComparer.Ordinal);
        yield return new SelectListItem(blank, "");
        foreach (var province in groups)
        {
            var group = new SelectListGroup { Name = province.Key };
            foreach (var region in province.OrderBy(region => region.Code.Length).ThenBy(region => region.Code, StringComparer.Ordinal))
                yield return new SelectListItem(region.Name, region.Code) { Group = group };
        }
    }

    public static IEnumerable<SelectListItem> Sectors(string blank) =>
        ReferenceData.Sectors.Values.OrderBy(sector => sector.Code, StringComparer.Ordinal)
            .Select(sector => new SelectListItem($"{sector.Code} {sector.NameEn}", sector.Code)).Prepend(new SelectListItem(blank, ""));

    /// <summary>The groups of obstacles, and the one that is chosen where it is a single code.</summary>
    public static IEnumerable<SelectListItem> ObstacleGroups(Show show, string blank, string chosen) =>
        ReferenceData.Obstacles.Values.Where(kind => kind.IsGroup || kind.Code == chosen)
            .Select(kind => new SelectListItem($"{kind.Code} {show.Text(kind.Name)}", kind.Code))
            .Prepend(new SelectListItem(blank, ""));

    /// <summary>Obstacles under the heading each belongs to; a heading alone says too little to be chosen.</summary>
    public static IEnumerable<SelectListItem> Obstacles(Show show, string blank)
    {
        var groups = new Dictionary<string, SelectListGroup>();
        yield return new SelectListItem(blank, "");
        foreach (var obstacle in ReferenceData.Obstacles.Values)
        {
            if (!obstacle.Code.Contains('.', StringComparison.Ordinal))
                groups[obstacle.Code] = new SelectListGroup { Name = show.Text(obstacle.Name) };
            else
                yield return new SelectListItem($"{obstacle.Code} {show.Text(obstacle.Name)}", obstacle.Code) { Group = groups.GetValueOrDefault(obstacle.Code.Split('.')[0]) };
        }
    }

    /// <summary>Countries by their names in the present language.</summary>
    public static IEnumerable<SelectListItem> Countries(Show show, string blank) =>
        ReferenceData.Countries.Select(country => new SelectListItem(show.Text(country.Value), country.Key))
            .OrderBy(item => item.Text, StringComparer.CurrentCulture).Prepend(new SelectListItem(blank, ""));

    public static IEnumerable<SelectListItem> Enum<T>(Texts texts)
        where T : struct, Enum => System.Enum.GetValues<T>().Select(value => new SelectListItem(texts.Enum(value), value.ToString()));
}
