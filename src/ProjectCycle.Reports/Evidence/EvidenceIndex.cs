using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ProjectCycle.Domain.Evidence;

namespace ProjectCycle.Reports.Evidence;

/// <summary>The page a reader opens first: plain HTML that needs no server, no script and no account.</summary>
internal static class EvidenceIndex
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2733}"
        + "table{border-collapse:collapse;table-layout:fixed;width:100%;margin:.5rem 0 1rem}th,td{border:1px solid #c9d1da;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}"
        + "th:nth-child(1){width:13%}th:nth-child(2){width:27%}th:nth-child(3){width:21%}th:nth-child(4){width:18%}"
        + "th{background:#f2f5f8}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:#51606f}dd{margin:0}code{font-size:.85em}"
        + "h2{font-size:1.1rem;margin:1.5rem 0 .25rem}.met{color:#14663a}.unmet{color:#9a3412}@media print{body{margin:0;max-width:none}}";

    private static readonly string[] Columns = ["Kind", "Title", "Details", "By", "File"];

    public static byte[] Html(EvidencePack pack, EvidenceTexts texts, IReadOnlyDictionary<Guid, string> names)
    {
        var title = $"{pack.ProjectCode}: {texts["Title"]}";
        var page = new XElement("html", new XAttribute("lang", pack.Language),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width")),
                new XElement("title", title),
                new XElement("style", Style)),
            new XElement("body",
                new XElement("h1", title),
                Facts(pack, texts),
                pack.Conditions.Select(condition => Condition(condition, texts, names)),
                new XElement("h2", texts["Verify"]),
                new XElement("p", texts["Verify.Text"]),
                new XElement("p", new XElement("code", $"sha256sum -c {EvidencePackWriter.Sums}"))));
        return Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n{page.ToString(SaveOptions.DisableFormatting)}\n");
    }

    private static XElement Facts(EvidencePack pack, EvidenceTexts texts)
    {
        (string Key, string Value)[] facts =
        [
            ("Project", $"{pack.ProjectCode} {pack.ProjectName}"),
            ("Gate", $"{pack.From} → {pack.To}"),
            ("Passed", pack.PassedOn is { } on ? $"{texts.Date(on)}{(pack.PassedBy is null ? "" : $", {pack.PassedBy}")}" : texts["NotPassed"]),
            ("Template", string.Create(CultureInfo.InvariantCulture, $"{pack.TemplateName} ({pack.TemplateId}, {texts["TemplateVersion"]} {pack.TemplateVersion})")),
            ("Made", $"{texts.Instant(pack.MadeAt)}, {pack.MadeBy}"),
            ("Documents", pack.Files.Count.ToString(CultureInfo.InvariantCulture)),
        ];
        return new XElement("dl", facts.SelectMany(fact => new[] { new XElement("dt", texts[fact.Key]), new XElement("dd", fact.Value) }));
    }

    private static IEnumerable<XElement> Condition(PackCondition condition, EvidenceTexts texts, IReadOnlyDictionary<Guid, string> names)
    {
        yield return new XElement("h2", new XElement("span", new XAttribute("class", condition.IsMet ? "met" : "unmet"), $"{(condition.IsMet ? "✓" : "✗")} {texts.Standing(condition)}"), $": {condition.Text}");
        if (condition.Evidence.Count == 0)
        {
            yield return new XElement("p", texts["None"]);
            yield break;
        }
        yield return new XElement("table",
            new XElement("thead", new XElement("tr", Columns.Select(key => new XElement("th", new XAttribute("scope", "col"), texts[$"Column.{key}"])))),
            new XElement("tbody", condition.Evidence.Select(evidence => new XElement("tr",
                new XElement("td", texts.Kind(evidence)),
                new XElement("td", texts.Title(evidence)),
                new XElement("td", texts.Details(evidence)),
                new XElement("td", evidence.By is null ? texts["Now"] : $"{evidence.By}, {texts.At(evidence)}"),
                new XElement("td", evidence.File is { } file ? File(file, names) : [])))));
    }

    private static object[] File(PackFile file, IReadOnlyDictionary<Guid, string> names) =>
    [
        new XElement("a", new XAttribute("href", string.Join('/', names[file.VersionId].Split('/').Select(Uri.EscapeDataString))), file.FileName),
        new XElement("br"),
        new XElement("code", file.Hash),
    ];
}
