using Microsoft.AspNetCore.Razor.TagHelpers;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.TagHelpers;

/// <summary>
/// <c>&lt;stage-chip state="row.State" /&gt;</c>: the state as a chip; a stage shows how far along the cycle it is.
/// <c>name</c> gives the partner's word instead of ours.
/// </summary>
[HtmlTargetElement("stage-chip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StageChipTagHelper(Texts texts) : TagHelper
{
    public required string State { get; set; }
    public string? Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"stage-chip state-{State}");
        output.Content.AppendHtml(Mark()).Append(Name ?? texts.Code("state", State));
    }

    private string Mark()
    {
        var stage = StateCodes.Stages.ToList().IndexOf(State);
        if (stage >= 0)
            return $"""<span class="stage-number" aria-hidden="true">{stage + 1}</span>""";
        var icon = State switch
        {
            StateCodes.OnHold => "pause-fill",
            StateCodes.Closed => "check2",
            _ => "slash-circle",
        };
        return $"""<i class="bi bi-{icon}" aria-hidden="true"></i> """;
    }
}
