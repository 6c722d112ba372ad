using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Monitoring;

/// <summary>A side of a project that has a light of its own. Names are codes of texts.</summary>
public enum HealthAspect
{
    Money,
    Physical,
    Deadlines,

    /// <summary>Safeguards and financial management.</summary>
    Covenants,
}

/// <summary>How a project stands by its numbers (domain.md 3.5) [product]: the worst of its sides, never an average of colours.</summary>
/// <param name="Light">Null when nothing is known of any side.</param>
/// <param name="Reasons">The sides that make it so; none when it is on track.</param>
/// <param name="Unknown">Sides without a light, which may hide something worse.</param>
public sealed record CompositeHealth(Light? Light, IReadOnlyList<HealthAspect> Reasons, IReadOnlyList<HealthAspect> Unknown)
{
    /// <summary>The worst of the lights; sides that are left out are unknown.</summary>
    public static CompositeHealth Of(IReadOnlyDictionary<HealthAspect, Light> lights)
    {
        Light? worst = lights.Count == 0 ? null : lights.Values.Max();
        var aspects = Enum.GetValues<HealthAspect>();
        return new CompositeHealth(
            worst,
            worst is null or Projects.Light.OnTrack ? [] : [.. aspects.Where(aspect => lights.TryGetValue(aspect, out var light) && light == worst)],
            [.. aspects.Where(aspect => !lights.ContainsKey(aspect))]);
    }

    /// <summary>True when the manager's own light is another than the computed one; false when either is not known.</summary>
    public bool DisagreesWith(Light? managers) => Light is not null && managers is not null && Light != managers;
}
