// `window.external` of a task pane in Excel for Windows, as the unmodified Office.js looks for it. Runs in the page.

export interface PaneBridgeOptions {
  /** As `1.14`. */
  readonly excelApi: string
  readonly hostVersion: string
  /** `zh-CN` and the like. */
  readonly locale: string
}

interface BridgeWindow {
  officeAnswer(body: string): Promise<readonly [code: number, body: string]>
  officeRibbon?: (command: string, functionName: string) => void
  officeRaise?: (events: readonly RaisedEvent[]) => void
}

export interface RaisedEvent {
  readonly type: number
  readonly targetId: string
  readonly args: Readonly<Record<string, unknown>>
}

type Callback = (answer: unknown) => void

/** Given to `addInitScript` whole: nothing outside of it may be used. */
export function installBridge({ excelApi, hostVersion, locale }: PaneBridgeOptions): void {
  const bridge = window as unknown as BridgeWindow
  const settings = new Map<string, string>()
  const listeners = new Map<number, (code: number, args: unknown) => void>()
  const safeArray = (values: readonly unknown[]) => ({ toArray: () => values, dimensions: () => 1 })
  const sets = { ExcelApi: excelApi, RibbonApi: '1.2', DialogApi: '1.2', SharedRuntime: '1.1' }
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => '{6a6b2f0e-0000-4000-8000-000000000001}',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => 'zh-CN',
    GetDocUrl: () => 'C:\\表\\预算.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'c0',
    GetInstanceId: () => 'i0',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetHostFullVersion: () => hostVersion,
    GetDialogRequirementMatrix: () => '{"DialogApi":"1.2"}',
    GetFeaturesForSolution: () => '{}',
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () =>
      '{"bodyBackgroundColor":16777215,"bodyForegroundColor":0,"controlBackgroundColor":16777215,"controlForegroundColor":0}',
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of settings) {
          keys.push(key)
          values.push(value)
        }
      },
      Write(keys: string[], values: string[]) {
        settings.clear()
        keys.forEach((key, at) => settings.set(key, values[at] ?? ''))
      },
    }),
  }
  const execute = (dispatch: number, params: unknown, callback?: Callback): void => {
    if (dispatch !== 93) {
      callback?.(safeArray([0]))
      return
    }
    const [request] = params as readonly (readonly unknown[])[]
    const answer = async (): Promise<void> => {
      const [code, body] = await bridge.officeAnswer(String(request?.[4]))
      callback?.(safeArray(code === 0 ? [0, 200, [], body] : [code, body]))
    }
    void answer()
  }
  Object.defineProperty(window, 'external', {
    configurable: true,
    writable: true,
    value: {
      GetHostInfo: () => `Excel$Win32$16.01$${locale}`,
      GetLoggingAllowed: () => false,
      GetContext: () => context,
      Execute: execute,
      RegisterEvent(
        dispatch: number,
        _target: string,
        listener: (code: number, args: unknown) => void,
        done?: (code: number) => void,
      ) {
        listeners.set(dispatch, listener)
        done?.(0)
      },
      UnregisterEvent(dispatch: number, _target: string, done?: (code: number) => void) {
        listeners.delete(dispatch)
        done?.(0)
      },
      MessageParent2() {},
      MessageChild2() {},
    },
  })
  bridge.officeRaise = (events) => {
    const messages = events.map(({ type, targetId, args }, at) =>
      safeArray([65_536, type, targetId, JSON.stringify(args), at, false]),
    )
    listeners.get(33)?.(33, safeArray(messages))
  }
  bridge.officeRibbon = (command, functionName) => {
    const event = JSON.stringify({ source: { id: command } })
    listeners.get(39)?.(39, safeArray([command, functionName, event]))
  }
}
