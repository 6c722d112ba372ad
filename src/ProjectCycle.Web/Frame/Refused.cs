using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Frame;

/// <summary>How pages answer what a use case refused.</summary>
public static class Refused
{
    /// <summary>Code of <c>Refusals.ChangedMeanwhile</c>.</summary>
    private const string Race = "changed-meanwhile";

    /// <summary>403 or 404 where the refusal is about the person or the row; null where it is about what they typed, or there is none.</summary>
    public static IActionResult? Turned<T>(this PageModel page, Outcome<T> outcome)
    {
        if (outcome.Refusals.Any(refusal => refusal.Code == "not-allowed"))
            return page.Forbid();
        return outcome.Refusals.Any(refusal => refusal.Code == "not-found") ? page.NotFound() : null;
    }

    /// <summary>True when somebody else saved first.</summary>
    public static bool LostRace<T>(this Outcome<T> outcome) => outcome.Refusals.Any(refusal => refusal.Code == Race);

    /// <summary>The first sentence, for a button that stands in a list.</summary>
    public static string Sentence<T>(this Outcome<T> outcome, Texts texts) => texts.Word(outcome.Refusals[0]);
}
