using ProjectCycle.Data.Reference;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>Obstacle codes in words.</summary>
public static class ObstacleWords
{
    /// <summary>"O4.1 Limited budget"; the code alone where the list does not know it.</summary>
    public static string Name(Show show, string code) =>
        ReferenceData.Obstacles.TryGetValue(code, out var kind) ? $"{code} {show.Text(kind.Name)}" : code;
}
