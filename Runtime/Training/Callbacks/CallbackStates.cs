using System.Collections.Generic;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// The states of all callbacks of a fit. Each is known by its type and its number among those of the type, so that other kinds may come and
/// go between the fit
/// that wrote a checkpoint and the one that goes on.
/// </summary>
internal static class CallbackStates
{
    public static Dictionary<string, CallbackState> Save(IEnumerable<Callback> callbacks, int parameterCount)
    {
        Dictionary<string, CallbackState> states = [];
        foreach ((string key, Callback callback) in Keyed(callbacks))
        {
            CallbackState state = new(parameterCount);
            callback.SaveState(state);
            if (!state.IsEmpty)
            {
                states.Add(key, state);
            }
        }

        return states;
    }

    /// <summary>A callback that the states don't know starts anew.</summary>
    public static void Load(IEnumerable<Callback> callbacks, IReadOnlyDictionary<string, CallbackState> states)
    {
        foreach ((string key, Callback callback) in Keyed(callbacks))
        {
            if (states.TryGetValue(key, out CallbackState? state))
            {
                callback.LoadState(state);
            }
        }
    }

    private static IEnumerable<(string Key, Callback Callback)> Keyed(IEnumerable<Callback> callbacks)
    {
        Dictionary<string, int> seen = [];
        foreach (Callback callback in callbacks)
        {
            string type = callback.GetType().FullName ?? callback.GetType().Name;
            int number = seen.GetValueOrDefault(type);
            seen[type] = number + 1;
            yield return (Invariant($"{type}/{number}"), callback);
        }
    }
}
