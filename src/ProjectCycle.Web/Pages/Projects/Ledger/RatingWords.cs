using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>Grades in words.</summary>
public static class RatingWords
{
    /// <summary>The grade of a scale: a light, a word of the World Bank's, a number of KfW's with its word.</summary>
    public static string Grade(Texts texts, RatingScale scale, string grade) => scale switch
    {
        RatingScale.WorldBank => texts.Enum(Enum.Parse<IsrRating>(grade)),
        RatingScale.Kfw => texts[$"kfw-grade.{grade}"],
        _ => texts.Enum(Enum.Parse<Light>(grade)),
    };

    /// <summary>A grade whose scale is not at hand; what is none stays as it is.</summary>
    public static string Grade(Texts texts, string grade) =>
        grade is [>= '1' and <= '6'] ? texts[$"kfw-grade.{grade}"]
        : Enum.TryParse<IsrRating>(grade, out var rating) ? texts.Enum(rating)
        : Enum.TryParse<Light>(grade, out var light) ? texts.Enum(light)
        : grade;

    /// <summary>A light without a reason of its own, for the tag that shows it.</summary>
    public static ProjectHealth? Shown(Light? light) => light is { } of ? new ProjectHealth(of, "none", 0) : null;
}
