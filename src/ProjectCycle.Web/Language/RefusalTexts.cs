using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProjectCycle.Domain;

namespace ProjectCycle.Web.Language;

/// <summary>Words the refusals of use cases: the text <c>refusal.{Code}</c>.</summary>
public static class RefusalTexts
{
    /// <summary>The sentence for <paramref name="refusal"/>.</summary>
    public static string Word(this Texts texts, Refusal refusal) => texts[$"refusal.{refusal.Code}", refusal.Args];

    /// <summary>Puts each refusal beside the input it is about: <c>ModelState.Add(outcome.Refusals, T, "Input")</c>.</summary>
    /// <param name="prefix">Name of the page's bound property that holds the inputs; empty when they are the page's own.</param>
    public static void Add(this ModelStateDictionary state, IEnumerable<Refusal> refusals, Texts texts, string prefix = "")
    {
        foreach (var refusal in refusals)
            state.AddModelError(KeyOf(refusal.Field, prefix), texts.Word(refusal));
    }

    private static string KeyOf(string? field, string prefix) =>
        field is null ? "" : prefix.Length == 0 ? field : $"{prefix}.{field}";
}
