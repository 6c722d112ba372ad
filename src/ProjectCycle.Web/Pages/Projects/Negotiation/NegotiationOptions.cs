using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>What the forms of a negotiation choose from.</summary>
public static class NegotiationOptions
{
    /// <summary>With the word for none first.</summary>
    public static IEnumerable<SelectListItem> Rounds(IEnumerable<RoundChoice> rounds, Texts texts) =>
        rounds.Select(round => new SelectListItem(texts["negotiation.round.choice", round.Number, round.HeldOn], $"{round.Id}"))
            .Prepend(new SelectListItem(texts["negotiation.round.none-chosen"], ""));

    /// <summary>The sides that have duties: witnesses have none.</summary>
    public static IEnumerable<SelectListItem> Parties(Texts texts) =>
        new[] { NegotiationSide.Ours, NegotiationSide.Partner }.Select(side => new SelectListItem(texts.Enum(side), $"{side}"));

    /// <summary>With the word for none first.</summary>
    public static IEnumerable<SelectListItem> Documents(IEnumerable<DocumentRow> documents, Texts texts) =>
        documents.OrderBy(document => document.Title).Select(document => new SelectListItem(document.Title, $"{document.Id}"))
            .Prepend(new SelectListItem(texts["negotiation.document.none-chosen"], ""));
}
