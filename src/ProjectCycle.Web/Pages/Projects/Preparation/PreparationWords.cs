using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Web.Pages.Projects.Preparation;

/// <summary>Addresses and looks of studies and readiness criteria.</summary>
public static class PreparationWords
{
    /// <summary>The page of one study.</summary>
    public static string Study(string code, StudyKind kind) => $"{ProjectLinks.Work(code, WorkParts.Studies)}/{Slug(kind)}";

    /// <summary>The form of an open point; of a new one when none is named.</summary>
    public static string Point(string code, StudyKind kind, Guid? point = null) => $"{Study(code, kind)}/{point?.ToString() ?? "new"}";

    /// <summary>The page of one readiness criterion.</summary>
    public static string Criterion(string code, string criterion) => $"{ProjectLinks.Work(code, WorkParts.Readiness)}/{criterion}";

    /// <summary>The study that a piece of an address names, or null.</summary>
    public static StudyKind? KindOf(string? slug) =>
        Enum.GetValues<StudyKind>().Select(kind => (StudyKind?)kind).FirstOrDefault(kind => Slug(kind!.Value) == slug);

    /// <summary>Colour and icon that stand with a verdict's word.</summary>
    public static (string Tone, string Icon) Look(StudyVerdict verdict) => verdict switch
    {
        StudyVerdict.Feasible => ("ok", "check-circle-fill"),
        StudyVerdict.FeasibleWithConditions => ("warn", "exclamation-triangle-fill"),
        StudyVerdict.NotFeasible => ("risk", "x-octagon-fill"),
        _ => ("quiet", "circle"),
    };

    /// <summary>Colour and icon that stand with a state's word.</summary>
    public static (string Tone, string Icon) Look(ReadinessState state) => state switch
    {
        ReadinessState.Draft => ("warn", "pencil-square"),
        ReadinessState.Final => ("warn", "file-earmark-check"),
        ReadinessState.Verified => ("ok", "check-circle-fill"),
        ReadinessState.NotApplicable => ("quiet", "dash-circle"),
        _ => ("quiet", "circle"),
    };

    private static string Slug(StudyKind kind) => kind == StudyKind.FinancialManagement ? "financial-management" : kind.ToString().ToLowerInvariant();
}
