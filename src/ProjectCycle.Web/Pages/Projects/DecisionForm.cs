using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A decision as its form sends it.</summary>
public sealed class DecisionForm
{
    /// <summary>Lines for conditions that stand ready; without script there is no adding one.</summary>
    private const int Lines = 5;

    public string AuthorityCode { get; set; } = "";

    /// <summary>The request the person looked at.</summary>
    public Guid? RequestId { get; set; }

    public DecisionOutcome Outcome { get; set; }
    public string LetterNumber { get; set; } = "";
    public DateOnly? DecidedOn { get; set; }
    public string Reason { get; set; } = "";
    public Guid? DocumentId { get; set; }
    public List<ConditionLine> Conditions { get; set; } = [];

    /// <summary>What was typed, and blank lines after it.</summary>
    public IEnumerable<ConditionLine> ShownConditions() => Conditions.Concat(Enumerable.Range(0, Math.Max(0, Lines - Conditions.Count)).Select(_ => new ConditionLine()));

    /// <summary>Something was typed into a line, so the lines must be seen whatever the outcome.</summary>
    public bool HasConditions => Conditions.Exists(line => line.Text != "" || line.DueOn is not null);

    /// <summary>For the use case, once <see cref="Check"/> has found nothing; a property would be read while the form is bound.</summary>
    public DecisionInput ToInput() => new()
    {
        AuthorityCode = AuthorityCode,
        RequestId = RequestId,
        Outcome = Outcome,
        LetterNumber = LetterNumber,
        DecidedOn = DecidedOn!.Value,
        Reason = Reason,
        DocumentId = DocumentId,
        Conditions = [.. Conditions.Select(line => new ConditionInput(line.Text, line.DueOn))],
    };

    /// <summary>Notes a missing date; false when the form has a fault.</summary>
    public bool Check(ModelStateDictionary state, Texts texts, string prefix)
    {
        if (DecidedOn is null && state.IsValid)
            state.Add([new Refusal("required", nameof(DecidedOn))], texts, prefix);
        return state.IsValid;
    }
}

/// <summary>A line for a condition of an approval.</summary>
public sealed class ConditionLine
{
    public string Text { get; set; } = "";
    public DateOnly? DueOn { get; set; }
}

/// <summary>The decision form where it stands.</summary>
/// <param name="PostTo">The address of its handler.</param>
/// <param name="Form">What it holds.</param>
/// <param name="IsBack">It came back with faults.</param>
/// <param name="Authority">Whose decision it is.</param>
/// <param name="Documents">The project's papers, to name the letter.</param>
/// <param name="Today">The unit's business date.</param>
public sealed record DecisionFormView(
    string PostTo, DecisionForm Form, bool IsBack, Authority Authority, IReadOnlyList<DocumentRow> Documents, DateOnly Today);
